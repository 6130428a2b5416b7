using System.Text;
using System.Xml.Linq;
using AuthorityDirectory.Storage.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>The keys that protect cookies, forms and links: one ring for all instances, in the work store, unreadable without the secret.</summary>
public static class KeyRing
{
    /// <summary>The setting that holds the secret; without it the keys lie in the work store as they are, which is right for a store on one's own disk.</summary>
    public const string Secret = "DataProtection:Secret";

    private const int LeastLength = 12;

    /// <summary>Adds the ring.</summary>
    /// <exception cref="StartRefusedException">The secret is too short to protect anything.</exception>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        var secret = configuration[Secret];
        if (secret is { Length: > 0 and < LeastLength })
        {
            throw new StartRefusedException($"{Secret} has {secret.Length} characters: give at least {LeastLength}, at random.");
        }

        services.AddDataProtection().SetApplicationName("authority-directory");
        services.AddOptions<KeyManagementOptions>().Configure<IWorkStore>((options, store) =>
        {
            options.XmlRepository = new WorkStoreKeys(store);
            options.XmlEncryptor = string.IsNullOrEmpty(secret) ? null : new KeyEncryptor(secret);
        });
        return services;
    }
}

/// <summary>Keeps each key as an item of the work store; keys are never taken away, because what they protected may still come.</summary>
internal sealed class WorkStoreKeys(IWorkStore store) : IXmlRepository
{
    private const string Area = "key-ring/";

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.ListAsync(Area, CancellationToken.None).AsTask().GetAwaiter().GetResult().Select(item => XElement.Parse(Encoding.UTF8.GetString(item.Content.Span)))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) =>
        store.PutAsync(Area + friendlyName.ToLowerInvariant(), Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), WorkCondition.Any, null, CancellationToken.None)
            .AsTask().GetAwaiter().GetResult();
}
