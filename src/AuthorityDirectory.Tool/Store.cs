using System.CommandLine;
using AuthorityDirectory.Exchange.JsonLines;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Storage.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Tool;

/// <summary>The store that the settings name: the one place where a command learns which kind it is.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly StorageOptions _options;

    private Store(IHost host)
    {
        _host = host;
        _options = host.Services.GetRequiredService<StorageOptions>();
    }

    /// <summary>For messages.</summary>
    public string Name => _options.Kind switch
    {
        StorageKind.Journal => $"the journal in {Folder}",
        var kind => $"the {kind} store",
    };

    /// <summary>The same at the beginning of a sentence.</summary>
    public string Title => char.ToUpperInvariant(Name[0]) + Name[1..];

    private string Folder => Path.GetFullPath(_options.Folder);

    /// <summary>Opens nothing yet.</summary>
    /// <exception cref="StorageRefusedException">A setting is not one of those allowed.</exception>
    public static Store Of(ParseResult parsed)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = Directory.GetCurrentDirectory(), EnvironmentName = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") });
        StoreOptions.Configure(parsed, builder.Configuration);
        builder.Logging.AddProvider(new ConsoleLog());
        builder.Services.AddDirectoryStorage(StorageUse.Operator);
        return new(builder.Build());
    }

    /// <summary>The ledger for reading, also while another process appends to it; an empty one where there is none.</summary>
    /// <exception cref="StorageRefusedException">It is damaged or cannot be opened.</exception>
    private ILedger OpenToRead() => _options.Kind switch
    {
        StorageKind.Journal => Directory.Exists(Folder) ? new JournalReader(Folder) : new InMemoryLedger(),
        _ => OpenToAppend(),
    };

    /// <summary>The ledger for appending; a journal that is not there is made.</summary>
    /// <exception cref="StorageRefusedException">It is damaged, in use or cannot be opened.</exception>
    public ILedger OpenToAppend() => _host.Services.GetRequiredService<ILedger>();

    /// <summary>Reads the whole ledger.</summary>
    /// <exception cref="RefusedException">An entry is broken, or there is none at all.</exception>
    public async Task<LedgerReading> ReadAsync(CancellationToken stop)
    {
        var ledger = OpenToRead();
        var reading = await ProgressDisplay.ShowAsync($"Reading {Name}", null, progress => LedgerReader.ReadAsync(ledger, progress, stop));
        return reading.Break is { } broken ? throw new RefusedException($"{Title} is damaged. {broken}", Facts.Of(reading))
            : reading.Entries.Count > 0 ? reading
            : throw new RefusedException($"There is nothing in {Name}: name the store with --store and --folder, or fill it with directory seed or directory import.");
    }

    /// <summary>Gives the store a whole ledger.</summary>
    /// <param name="entries">The ledger, verified.</param>
    /// <param name="mayContinue">Whether the store may hold the beginning of the same ledger.</param>
    /// <param name="progress">Hears of the entries written so far.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>How many entries are new to the store.</returns>
    /// <exception cref="StorageRefusedException">It holds something else.</exception>
    public Task<long> RestoreAsync(IReadOnlyList<LedgerEntry> entries, bool mayContinue, IProgress<long> progress, CancellationToken stop) =>
        _host.Services.GetRequiredService<ILedgerRestore>().RunAsync(entries, mayContinue, progress, stop);

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
    }
}
