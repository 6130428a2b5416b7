using AuthorityDirectory.Accounts;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Accounts.Tokens;

/// <summary>The tokens of all accounts, in the work store: a token that was taken back is good for nothing at the next request, on every instance.</summary>
public sealed class AccessTokens(IWorkStore store, TimeProvider time)
{
    /// <summary>How many one account may have.</summary>
    public const int Most = 20;

    /// <summary>How long a name may be.</summary>
    public const int LongestName = 80;

    /// <summary>The longest time for which one is made, in days.</summary>
    public const int LongestDays = 365;

    private const string Area = "token/";

    /// <summary>How long one that is over is still listed.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>Makes a token; its text is known to nobody afterwards.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="name">The token's own name, from <see cref="Secret.NewId"/>: the same again is the same token.</param>
    /// <param name="label">What its owner calls it.</param>
    /// <param name="scope">What it may do.</param>
    /// <param name="days">For how many days.</param>
    /// <param name="cancellationToken">Stops waiting; it may then exist, and nobody knows its text.</param>
    /// <returns>The text; null when it was made before.</returns>
    public async Task<string?> MakeAsync(string accountId, string name, string label, TokenScope scope, int days, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, LongestDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var now = time.GetUtcNow();
        var secret = Secret.New();
        var token = new AccessToken($"{accountId}.{name}", label, scope, now, now.AddDays(days), null, Secret.Hash(secret));
        return await PutAsync(token, WorkCondition.Absent, cancellationToken) ? token.Text(secret) : null;
    }

    /// <summary>The token that a text is, also when it is over; null when it is none that was made, or was taken back.</summary>
    public async Task<AccessToken?> FindAsync(string id, string secret, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Area + id, cancellationToken) is not { } item || AccessToken.Read(item.Content) is not { } token || !Secret.Fits(token.Hash, secret))
        {
            return null;
        }

        await NoteUseAsync(token, item.Tag, cancellationToken);
        return token;
    }

    /// <summary>The tokens of an account, newest first.</summary>
    public async Task<IReadOnlyList<AccessToken>> ListAsync(string accountId, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync($"{Area}{accountId}.", cancellationToken)).Select(item => AccessToken.Read(item.Content)).OrderByDescending(token => token.CreatedAt)];

    /// <summary>Takes a token back.</summary>
    public async Task RevokeAsync(string id, CancellationToken cancellationToken) => await store.DeleteAsync(Area + id, null, cancellationToken);

    /// <summary>Takes back all tokens of an account.</summary>
    public async Task RevokeAllAsync(string accountId, CancellationToken cancellationToken)
    {
        foreach (var token in await ListAsync(accountId, cancellationToken))
        {
            await RevokeAsync(token.Id, cancellationToken);
        }
    }

    /// <summary>Once a day; when somebody else notes it or takes the token back meanwhile, theirs stands.</summary>
    private async Task NoteUseAsync(AccessToken token, string tag, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (token.UsedOn != today && token.ExpiresAt > time.GetUtcNow())
        {
            await PutAsync(token with { UsedOn = today }, WorkCondition.Unchanged(tag), cancellationToken);
        }
    }

    private async Task<bool> PutAsync(AccessToken token, WorkCondition condition, CancellationToken cancellationToken) =>
        await store.PutAsync(Area + token.Id, token.Write(), condition, token.ExpiresAt + Remembered - time.GetUtcNow(), cancellationToken) is not null;
}
