using System.Collections.Concurrent;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>Settings that remember which of them were asked for.</summary>
public sealed class SettingsRead : ConfigurationProvider, IConfigurationSource
{
    private readonly ConcurrentDictionary<string, bool> _read = new(StringComparer.OrdinalIgnoreCase);

    private SettingsRead(IReadOnlyDictionary<string, string> settings)
    {
        foreach (var (key, value) in settings)
        {
            Set(key, value);
        }
    }

    /// <summary>The names of settings that the directory reads of these when it is made; a value that it refuses is an error.</summary>
    public static IReadOnlyCollection<string> Of(IReadOnlyDictionary<string, string> settings)
    {
        var source = new SettingsRead(settings);
        var configuration = new ConfigurationBuilder().Add(source).Build();
        Assert.Equal(StorageKind.Cosmos, StorageOptions.From(configuration).Kind);
        CosmosOptions.From(configuration, isDevelopment: false);
        Assert.Empty(configuration.GetSection(SiteOptions.Section).Get<SiteOptions>()!.Faults());
        Assert.Equal(MailKind.Smtp, MailOptions.Read(configuration, isDevelopment: false).Kind);
        new ServiceCollection().AddTelemetry(configuration).AddHealth(configuration).AddKeyRing(configuration);
        return [.. source._read.Keys];
    }

    public override bool TryGet(string key, out string? value)
    {
        _read[key] = true;
        return base.TryGet(key, out value);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
