using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Storage.Mirror;
using AuthorityDirectory.Storage.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage;

/// <summary>Registers the store that the configuration names.</summary>
public static class StorageServices
{
    /// <summary>Adds the <see cref="ILedger"/>, its <see cref="ILedgerRestore"/> and the <see cref="IWorkStore"/>; each is opened when it is first asked for, and then may throw <see cref="StorageRefusedException"/>.</summary>
    public static IServiceCollection AddDirectoryStorage(this IServiceCollection services, StorageUse use = StorageUse.Service)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => StorageOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => new CosmosContainers(CosmosOptionsOf(provider, use)));
        services.AddSingleton<ILedger>(provider => Kind(provider) switch
        {
            StorageKind.Journal => JournalLedger.Open(Folder(provider), Time(provider), Log<JournalLedger>(provider)),
            _ when use == StorageUse.Operator => OpenCosmos(provider),
            _ => new MirroredLedger(
                OpenCosmos(provider), MirrorJournal.Open(Path.Combine(Folder(provider), "mirror"), Time(provider), Log<MirrorJournal>(provider)), Log<MirroredLedger>(provider)),
        });
        services.AddSingleton<ILedgerRestore>(provider => Kind(provider) switch
        {
            StorageKind.Journal => new JournalRestore(Folder(provider), Time(provider), Log<JournalRestore>(provider)),
            _ => new CosmosRestore(provider.GetRequiredService<CosmosContainers>(), Log<CosmosRestore>(provider)),
        });
        services.AddSingleton<IWorkStore>(provider => Kind(provider) switch
        {
            StorageKind.Journal => new FolderWorkStore(Path.Combine(Folder(provider), "work"), Time(provider)),
            _ => new CosmosWorkStore(provider.GetRequiredService<CosmosContainers>(), Time(provider)),
        });
        return services;
    }

    private static CosmosLedger OpenCosmos(IServiceProvider provider) => new(provider.GetRequiredService<CosmosContainers>(), Log<CosmosLedger>(provider));

    private static CosmosOptions CosmosOptionsOf(IServiceProvider provider, StorageUse use)
    {
        var isDevelopment = provider.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var options = CosmosOptions.From(provider.GetRequiredService<IConfiguration>(), isDevelopment);
        return options with { AllowsPersonalSignIn = isDevelopment || use == StorageUse.Operator };
    }

    private static StorageKind Kind(IServiceProvider provider) => provider.GetRequiredService<StorageOptions>().Kind;

    private static string Folder(IServiceProvider provider) =>
        Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, provider.GetRequiredService<StorageOptions>().Folder);

    private static TimeProvider Time(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static ILogger<T> Log<T>(IServiceProvider provider) => provider.GetRequiredService<ILogger<T>>();
}

/// <summary>Who opens the store.</summary>
public enum StorageUse
{
    /// <summary>The running directory: it keeps a copy of a ledger that is elsewhere, and signs in as the machine it runs on.</summary>
    Service,

    /// <summary>A person at the command line: reads the store itself and no copy, and signs in as that person.</summary>
    Operator,
}
