using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage;

/// <summary>Registers the store that the configuration names.</summary>
public static class StorageServices
{
    /// <summary>Adds the <see cref="ILedger"/>; it is opened when it is first asked for, and then may throw <see cref="StorageRefusedException"/>.</summary>
    public static IServiceCollection AddDirectoryStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => StorageOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<ILedger>(provider => JournalLedger.Open(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, provider.GetRequiredService<StorageOptions>().Folder),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<JournalLedger>>()));
        return services;
    }
}
