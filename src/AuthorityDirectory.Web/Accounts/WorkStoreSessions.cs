using System.Security.Cryptography;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Work;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Keeps sessions in the work store, so that they can be listed and ended, on every instance at once; the cookie holds only the name of one.</summary>
public sealed class WorkStoreSessions(IWorkStore store, TimeProvider time) : ITicketStore
{
    /// <summary>Marks a request whose session could not be read because the store is away.</summary>
    public static readonly object StoreIsAway = new();

    /// <summary>Holds, in a request, the key of the session that it is of.</summary>
    public static readonly object CurrentKey = new();

    private const string Area = "session/";
    private const string Device = "device";
    private const int MostOfDevice = 150;

    /// <summary>How long a session lasts without being used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var account = ticket.Principal.FindFirst(Caller.AccountClaim)!.Value;
        var key = $"{Area}{account}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        await WriteAsync(key, ticket, WorkCondition.Absent);
        return key;
    }

    /// <inheritdoc/>
    /// <remarks>A session that was ended meanwhile stays ended.</remarks>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (await store.GetAsync(key, CancellationToken.None) is { } item)
        {
            await WriteAsync(key, ticket, WorkCondition.Unchanged(item.Tag));
        }
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        await store.GetAsync(key, CancellationToken.None) is { } item ? TicketSerializer.Default.Deserialize(item.Content.ToArray()) : null;

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        try
        {
            httpContext.Items[CurrentKey] = key;
            return await RetrieveAsync(key);
        }
        catch (LedgerUnavailableException)
        {
            httpContext.Items[StoreIsAway] = true;
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key) => await store.DeleteAsync(key, null, CancellationToken.None);

    /// <summary>The sessions of an account that have not ended, newest first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string accountId, CancellationToken cancellationToken) =>
    [
        .. from item in await store.ListAsync($"{Area}{accountId}/", cancellationToken)
           let ticket = TicketSerializer.Default.Deserialize(item.Content.ToArray())
           where ticket is not null
           let session = new Session(item.Key, ticket.Properties.IssuedUtc ?? time.GetUtcNow(), ticket.Properties.GetString(Device) ?? "")
           orderby session.BeganAt descending
           select session,
    ];

    /// <summary>Ends one session of an account, by the name that a page has of it.</summary>
    public async Task EndAsync(string accountId, string name, CancellationToken cancellationToken)
    {
        if ((await ListAsync(accountId, cancellationToken)).FirstOrDefault(session => session.Name == name) is { } session)
        {
            await RemoveAsync(session.Key);
        }
    }

    /// <summary>Ends every session of an account.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="but">The key of one that goes on; null for none.</param>
    /// <param name="cancellationToken">Stops between two.</param>
    public async Task EndAllAsync(string accountId, string? but, CancellationToken cancellationToken)
    {
        foreach (var item in (await store.ListAsync($"{Area}{accountId}/", cancellationToken)).Where(item => item.Key != but))
        {
            await store.DeleteAsync(item.Key, null, cancellationToken);
        }
    }

    /// <summary>What a new session is to remember of where it began.</summary>
    public static AuthenticationProperties Properties(HttpRequest request, DateTimeOffset now)
    {
        var agent = request.Headers.UserAgent.ToString();
        var properties = new AuthenticationProperties { IssuedUtc = now };
        properties.SetString(Device, agent[..Math.Min(agent.Length, MostOfDevice)]);
        return properties;
    }

    private async Task WriteAsync(string key, AuthenticationTicket ticket, WorkCondition condition) =>
        await store.PutAsync(key, TicketSerializer.Default.Serialize(ticket), condition, Idle, CancellationToken.None);
}

/// <summary>A session that has not ended.</summary>
/// <param name="Key">Its name in the work store.</param>
/// <param name="BeganAt">When somebody signed in, UTC.</param>
/// <param name="Device">What the browser said it is.</param>
public sealed record Session(string Key, DateTimeOffset BeganAt, string Device)
{
    /// <summary>Its name on pages, which opens nothing.</summary>
    public string Name => Secret.Hash(Key)[..16];
}
