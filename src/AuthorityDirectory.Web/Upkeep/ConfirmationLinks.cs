using System.Text.Json;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Accounts;

namespace AuthorityDirectory.Web.Upkeep;

/// <summary>Links by which one account confirms one revision of one entry, once, within thirty days; in the work store.</summary>
public sealed class ConfirmationLinks(IWorkStore store)
{
    /// <summary>How long a link works, and afterwards says that it was used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private const string Area = "confirm/";

    /// <summary>Makes a link.</summary>
    /// <returns>Its public name, and the secret that goes into the letter alone.</returns>
    public async Task<(string Id, string Secret)> MakeAsync(string accountId, string authorityId, int revision, CancellationToken cancellationToken)
    {
        var (id, secret) = (Secret.NewId(), Secret.New());
        await store.PutAsync(Area + id, Write(new(accountId, authorityId, revision, Secret.Hash(secret), null)), WorkCondition.Absent, Lifetime, cancellationToken);
        return (id, secret);
    }

    /// <summary>Takes a link away that went into no letter.</summary>
    public async Task DropAsync(string id, CancellationToken cancellationToken) => await store.DeleteAsync(Area + id, null, cancellationToken);

    /// <summary>The link, used or not; null when its time is over or it never was.</summary>
    public async Task<ConfirmationLink?> FindAsync(string id, string? secret, CancellationToken cancellationToken) =>
        secret is not null && await store.GetAsync(Area + id, cancellationToken) is { } item
        && JsonSerializer.Deserialize<ConfirmationLink>(item.Content.Span) is { } link && Secret.Fits(link.Hash, secret)
            ? link
            : null;

    /// <summary>Notes that a link was used.</summary>
    public async Task UseAsync(string id, ConfirmationLink link, DateOnly day, CancellationToken cancellationToken) =>
        await store.PutAsync(Area + id, Write(link with { UsedOn = day }), WorkCondition.Any, Lifetime, cancellationToken);

    private static byte[] Write(ConfirmationLink link) => JsonSerializer.SerializeToUtf8Bytes(link);
}

/// <summary>What is kept of a link.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="AuthorityId">The entry.</param>
/// <param name="Revision">The revision that it confirms, and no other.</param>
/// <param name="Hash">What is kept of its secret.</param>
/// <param name="UsedOn">When it was used; null before.</param>
public sealed record ConfirmationLink(string AccountId, string AuthorityId, int Revision, string Hash, DateOnly? UsedOn);
