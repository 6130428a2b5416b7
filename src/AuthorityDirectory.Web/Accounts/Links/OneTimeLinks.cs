using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Accounts.Links;

/// <summary>Links that work once and for a quarter of an hour, in the work store.</summary>
public sealed class OneTimeLinks(IWorkStore store)
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const string Area = "link/";

    /// <summary>Makes a link.</summary>
    /// <returns>Its public name, and the secret that goes into the letter alone.</returns>
    public async Task<(string Id, string Secret)> MakeAsync(string accountId, LinkPurpose purpose, string email, string? returnPath, CancellationToken cancellationToken)
    {
        var (id, secret) = (Secret.NewId(), Secret.New());
        await store.PutAsync(Area + id, new OneTimeLink(accountId, purpose, email, returnPath, Secret.Hash(secret)).Write(), WorkCondition.Absent, Lifetime, cancellationToken);
        return (id, secret);
    }

    /// <summary>The link, which stays as it is; null when it was used, its time is over, or it never was.</summary>
    public async Task<OneTimeLink?> FindAsync(string id, string? secret, LinkPurpose purpose, CancellationToken cancellationToken) =>
        (await ReadAsync(id, secret, purpose, cancellationToken))?.Link;

    /// <summary>Uses the link up: of many who try, one gets it.</summary>
    public async Task<OneTimeLink?> TakeAsync(string id, string? secret, LinkPurpose purpose, CancellationToken cancellationToken) =>
        await ReadAsync(id, secret, purpose, cancellationToken) is var (link, tag) && await store.DeleteAsync(Area + id, tag, cancellationToken) ? link : null;

    private async Task<(OneTimeLink Link, string Tag)?> ReadAsync(string id, string? secret, LinkPurpose purpose, CancellationToken cancellationToken) =>
        secret is not null && IsName(id) && await store.GetAsync(Area + id, cancellationToken) is { } item
        && OneTimeLink.Read(item.Content) is var link && link.Purpose == purpose && Secret.Fits(link.Hash, secret)
            ? (link, item.Tag)
            : null;

    private static bool IsName(string id) => id.Length is > 0 and <= 40 && id.All(char.IsAsciiHexDigitLower);
}
