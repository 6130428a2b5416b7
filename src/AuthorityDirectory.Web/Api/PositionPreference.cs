using System.Globalization;

namespace AuthorityDirectory.Web.Api;

/// <summary>How far a client would like the answer to go, and how long it waits for that: <c>Prefer: directory.position=42, wait=5</c> (RFC 7240).</summary>
/// <param name="Position">The sequence of an entry that the client knows to be on the ledger.</param>
/// <param name="Wait">How long it is waited for; at most <see cref="Longest"/>, however long the client would.</param>
public sealed record PositionPreference(long Position, TimeSpan Wait)
{
    /// <summary>The longest that one request may stay.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private const string Name = "directory.position";

    /// <summary>Enough for an instance that follows to be there.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    /// <summary>Reads the preference; null when the client has none.</summary>
    /// <param name="prefer">The values of the header <c>Prefer</c>, joined by commas.</param>
    /// <exception cref="FormatException">A value is no number; the message is for the client.</exception>
    public static PositionPreference? Parse(string prefer) =>
        Find(prefer, Name) is not { } position ? null : new(
            Number(position) ?? throw new FormatException($"The preference {Name} is \"{position}\": give the number of an entry of the ledger, such as {Name}=42."),
            Find(prefer, "wait") is not { } wait ? Usual
            : Number(wait) is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, (long)Longest.TotalSeconds))
            : throw new FormatException($"The preference wait is \"{wait}\": give a whole number of seconds, such as wait=5."));

    /// <summary>What the answer says of a preference that it fulfils.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}={Position}");

    /// <remarks>The first of several counts; what follows a semicolon is a parameter, and this preference has none.</remarks>
    private static string? Find(string prefer, string name) => prefer.Split(',')
        .Select(preference => preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(preference => preference[0].Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(preference => preference is [_, var value] ? value.Trim('"') : "")
        .FirstOrDefault();

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
