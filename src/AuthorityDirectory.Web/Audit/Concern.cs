using System.Text.RegularExpressions;
using AuthorityDirectory.Accounts;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Whether what somebody saw has to do with a record.</summary>
public enum Concern
{
    /// <summary>It has not.</summary>
    None,

    /// <summary>It was not named, and may have been among what was shown.</summary>
    Possible,

    /// <summary>It was named.</summary>
    Named,
}

/// <summary>Tells how what somebody saw concerns a record.</summary>
public static partial class Concerns
{
    /// <summary>How what was shown concerns a record.</summary>
    /// <param name="what">A record, or path and query as they were asked for.</param>
    /// <param name="record">A State or authority, or a line of one: <c>AT</c>, <c>AT-001</c>, <c>AT-001-c1</c>.</param>
    /// <param name="register">The requests, which change records.</param>
    public static Concern Of(string what, string record, Register register) =>
        IsOf(what, record) ? Concern.Named
        : RecordId().IsMatch(what) ? (IsOf(record, what) ? Concern.Possible : Concern.None)
        : OfAsked(what, record, register);

    /// <summary>Whether a record is another or a part of it.</summary>
    public static bool IsOf(string id, string record) => id == record || id.StartsWith(record + "-", StringComparison.Ordinal);

    private static Concern OfAsked(string what, string record, Register register)
    {
        var path = Words(what.Split('?')[0]);
        var named = path.SelectMany(word => register.Request(word)?.Changes.Select(change => change.RecordId) ?? [word]).ToList();
        var places = path.Select(word => register.Request(word)?.StateCode ?? (RecordId().IsMatch(word) ? word[..2] : null)).OfType<string>().ToList();
        return named.Concat(Words(what)).Any(word => IsOf(word, record)) ? Concern.Named
            : places.Count == 0 || places.Contains(record.Split('-')[0]) ? Concern.Possible
            : Concern.None;
    }

    private static IReadOnlyList<string> Words(string text) => [.. Word().Matches(Uri.UnescapeDataString(text)).Select(match => match.Value)];

    [GeneratedRegex("[A-Za-z0-9-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[A-Z]{2}(-\d{3,}(-[cd]\d+)?|-n\d+)?\z")]
    private static partial Regex RecordId();
}
