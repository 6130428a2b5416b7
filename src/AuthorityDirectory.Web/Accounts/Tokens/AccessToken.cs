using System.Text.Json;
using AuthorityDirectory.Accounts;

namespace AuthorityDirectory.Web.Accounts.Tokens;

/// <summary>What is kept of a token with which a system asks the API.</summary>
/// <param name="Id">Its public name: the account, a dot, and a name of its own.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Scope">What it may do of what its account may do.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">When it is good for nothing, UTC.</param>
/// <param name="UsedOn">The last day on which it was used; null for never.</param>
/// <param name="Hash">What is kept of its secret.</param>
public sealed record AccessToken(string Id, string Name, TokenScope Scope, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateOnly? UsedOn, string Hash)
{
    private const string Prefix = "cna_";

    /// <summary>Whose it is.</summary>
    public string AccountId => AccountOf(Id);

    /// <summary>The text that a system sends: <c>cna_</c>, the public name, a dot, the secret.</summary>
    public string Text(string secret) => $"{Prefix}{Id}.{secret}";

    /// <summary>The public name and the secret in a text; null when it has not the form of a token.</summary>
    public static (string Id, string Secret)? Parse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..].Split('.') is [{ Length: > 0 } account, { Length: > 0 } name, { Length: > 0 } secret]
            ? ($"{account}.{name}", secret)
            : null;

    /// <summary>The account in a public name.</summary>
    public static string AccountOf(string id) => id[..id.IndexOf('.', StringComparison.Ordinal)];

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    internal static AccessToken Read(ReadOnlyMemory<byte> content) => JsonSerializer.Deserialize<AccessToken>(content.Span)!;
}
