using System.Text.RegularExpressions;

namespace AuthorityDirectory.Storage.Work;

/// <summary>A key in its two parts. The form is what file names and the ids of Cosmos DB both bear.</summary>
/// <param name="Area">The part before the first slash: what kind of thing it is.</param>
/// <param name="Name">The rest, with <c>~</c> for each slash.</param>
public sealed partial record WorkKey(string Area, string Name)
{
    /// <summary>The most bytes an item may have: in Base64 they fit an item of Cosmos DB.</summary>
    public const int ContentBytes = 1_400_000;

    private const int MaxLength = 200;

    /// <summary>Divides a key.</summary>
    /// <exception cref="ArgumentException">It is none; the message says what a key is.</exception>
    public static WorkKey Parse(string key) =>
        key.Length <= MaxLength && Key().IsMatch(key) ? Divide(key) : throw new ArgumentException(
            $"\"{key}\" is not a key: names of lower-case letters, digits, dash, underscore and dot, with slashes between, at least two and at most {MaxLength} characters in all.",
            nameof(key));

    /// <summary>Divides the beginning of a key, which reaches at least to its first slash.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static WorkKey ParsePrefix(string prefix) =>
        Prefix().IsMatch(prefix) ? Divide(prefix) : throw new ArgumentException($"\"{prefix}\" does not begin with an area and a slash, such as \"draft/\".", nameof(prefix));

    /// <summary>The key as it was parsed.</summary>
    public override string ToString() => $"{Area}/{Name.Replace('~', '/')}";

    internal static void CheckContent(ReadOnlyMemory<byte> content)
    {
        if (content.Length > ContentBytes)
        {
            throw new ArgumentException($"An item has at most {ContentBytes} bytes, not {content.Length}.", nameof(content));
        }
    }

    private static WorkKey Divide(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return new WorkKey(key[..slash], key[(slash + 1)..].Replace('/', '~'));
    }

    [GeneratedRegex("^[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)+\\z")]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z0-9_-][a-z0-9._-]*/[a-z0-9._/-]*\\z")]
    private static partial Regex Prefix();
}
