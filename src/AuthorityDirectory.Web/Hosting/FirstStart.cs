using System.Security.Cryptography;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
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
        log.LogInformation("The directory holds {Authorities} authorities of {States} States at position {Position} of the ledger.",
            view.Authorities.Count, view.States.Count, current.Value.Position);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await current.RefreshAsync(cancellationToken);
        }
        catch (LedgerUnavailableException error) when (current.Value.Position > 0)
        {
            log.LogWarning(error, "The store does not answer: the directory starts with what is on this machine and follows when it can.");
        }
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        var seed = SeedReader.Read(SeedFolder);
        if (!seed.IsGood)
        {
            throw new StartRefusedException($"The seed data was not loaded:{Environment.NewLine}{string.Join(Environment.NewLine, seed.Problems)}");
        }

        var outcome = await writer.WriteBatchAsync($"seed:{await HashAsync(cancellationToken)}", Draft(seed.Records), cancellationToken);
        if (!outcome.IsWritten)
        {
            throw new StartRefusedException($"The seed data was not loaded: {outcome.Reason}");
        }
    }

    private static Draft Draft(IReadOnlyList<DirectoryRecord> records) => new()
    {
        Actor = Actor.System,
        Source = new(SourceKind.PublicSource, "Seed data of the project", Note: "Each record names its own source."),
        Reason = "First load of an empty directory.",
        Records = records,
    };

    /// <summary>The same files have the same hash, so that two instances that seed at once write them once.</summary>
    private static async Task<string> HashAsync(CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in SeedReader.Files)
        {
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(SeedFolder, file), cancellationToken));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>The directory cannot start; the message says why and what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
