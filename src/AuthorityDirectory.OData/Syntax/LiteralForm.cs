using System.Text.RegularExpressions;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>The forms of literals that begin with a digit, a sign or a hexadecimal letter.</summary>
static partial class LiteralForm
{
    const int GuidLength = 36;

    /// <summary>The kind and length of the literal that a text begins with; length 0 when it begins with none.</summary>
    public static (TokenKind Kind, int Length) Match(ReadOnlySpan<char> text)
    {
        if (IsGuid(text))
            return (TokenKind.Guid, GuidLength);
        if (!char.IsAsciiDigit(text[0]) && !(text[0] is '-' or '+' && text.Length > 1 && char.IsAsciiDigit(text[1])))
            return default;
        return Length(DateForm(), text) is > 0 and var date ? AfterDate(text, date)
            : Length(TimeForm(), text) is > 0 and var time ? (TokenKind.TimeOfDay, time)
            : (TokenKind.Number, Length(NumberForm(), text));
    }

    /// <summary>Whether the whole text is a number, which has digits around its point.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text) => Length(NumberForm(), text) == text.Length;

    static (TokenKind, int) AfterDate(ReadOnlySpan<char> text, int date) =>
        Length(TimeAndZoneForm(), text[date..]) is > 0 and var time ? (TokenKind.DateTimeOffset, date + time) : (TokenKind.Date, date);

    static int Length(Regex form, ReadOnlySpan<char> text)
    {
        foreach (var match in form.EnumerateMatches(text))
            return match.Length;
        return 0;
    }

    static bool IsGuid(ReadOnlySpan<char> text)
    {
        if (text.Length < GuidLength || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
            return false;
        return Guid.TryParseExact(text[..GuidLength], "D", out _) && (text.Length == GuidLength || !char.IsLetterOrDigit(text[GuidLength]));
    }

    [GeneratedRegex(@"\A-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"\AT[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,12})?)?(Z|[+-][0-9]{2}:[0-9]{2})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex TimeAndZoneForm();

    [GeneratedRegex(@"\A[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,12})?)?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberForm();
}
