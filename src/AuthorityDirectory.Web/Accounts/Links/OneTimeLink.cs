using System.Text.Json;

namespace AuthorityDirectory.Web.Accounts.Links;

/// <summary>What is kept of a link that somebody got by mail and may use once.</summary>
/// <param name="AccountId">Whose account it is for.</param>
/// <param name="Purpose">What it does.</param>
/// <param name="Email">The address that it went to.</param>
/// <param name="ReturnPath">Where it leads afterwards; null for what is next.</param>
/// <param name="Hash">What is kept of its secret.</param>
public sealed record OneTimeLink(string AccountId, LinkPurpose Purpose, string Email, string? ReturnPath, string Hash)
{
    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    internal static OneTimeLink Read(ReadOnlyMemory<byte> content) => JsonSerializer.Deserialize<OneTimeLink>(content.Span)!;
}

/// <summary>What a link does.</summary>
public enum LinkPurpose
{
    /// <summary>Signs the account in.</summary>
    SignIn,

    /// <summary>Gives the account the address that the link went to.</summary>
    NewAddress,
}
