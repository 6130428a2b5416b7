using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Secrets that are given away once and kept as hashes: a store that is read by others opens nothing.</summary>
/// <remarks>They are random and long, so one round of SHA-256 is enough; passwords would need more.</remarks>
public static class Secret
{
    private const int SecretBytes = 32;

    private const int IdBytes = 8;

    /// <summary>256 random bits, in letters that stand in an address as they are.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>A name for what has a secret; no secret itself.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>What is kept of a secret.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether a secret is the one of which this was kept, in a time that does not say how much of it is right.</summary>
    public static bool Fits(string hash, string secret) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(secret)));
}
