using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>Takes the ledger in before the first request, and writes the seed data to a journal that holds no State yet; a store that others share is seeded by command only.</summary>
public sealed class FirstStart(CurrentSnapshot current, LedgerWriter writer, StorageOptions storage, ILogger<FirstStart> log)
{
    /// <summary>Where the build lays the seed files.</summary>
    public static string SeedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <summary>Makes the directory ready to answer.</summary>
    /// <exception cref="StartRefusedException">The seed files are wrong, or the ledger takes no entries.</exception>
    /// <exception cref="LedgerUnavailableException">The store does not answer, and there is no copy of it to start from.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await LoadAsync(cancellationToken);
        if (storage.Kind == StorageKind.Journal && current.Value.View(Audience.Public).States.Count == 0)
        {
            await SeedAsync(cancellationToken);
        }

        var view = current.Value.View(Audience.Public);
        log.Holds(view.Authorities.Count, view.States.Count, current.Value.Position);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await current.RefreshAsync(cancellationToken);
        }
        catch (LedgerUnavailableException error) when (current.Value.Position > 0)
        {
            log.StartsWithoutStore(error);
        }
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        var seed = SeedReader.Read(SeedFolder);
        if (!seed.IsGood)
        {
            throw new StartRefusedException($"The seed data was not loaded:{Environment.NewLine}{string.Join(Environment.NewLine, seed.Problems)}");
        }

        var batch = await SeedBatch.CreateAsync(SeedFolder, seed.Records, cancellationToken);
        var outcome = await writer.WriteBatchAsync(batch.Key, batch.Draft, cancellationToken);
        if (!outcome.IsWritten)
        {
            throw new StartRefusedException(outcome.Result == WriteResult.ReadOnly
                ? "The directory is empty, and its ledger takes no entries: give this program the right to write to Storage:Folder, and start again."
                : $"The seed data was not loaded: {outcome.Reason}");
        }

        log.Seeded(seed.Records.Count);
    }
}

/// <summary>The directory cannot start; the message says why and what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
