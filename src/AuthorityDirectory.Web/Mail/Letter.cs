using System.Globalization;
using System.Net.Mail;

namespace AuthorityDirectory.Web.Mail;

/// <summary>A mail to one person, in plain text.</summary>
/// <param name="To">The mailbox, and nothing but it: <c>name@example.org</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Language">The tag of the language it is written in: <c>en</c>.</param>
public sealed record Letter(string To, string Subject, string Text, string Language)
{
    private const int LongestMailbox = 254;

    /// <summary>Why it may not be sent, as a sentence; null when it may.</summary>
    public string? Fault() =>
        MailboxFault(To)
        ?? (string.IsNullOrWhiteSpace(Subject) || !IsOneLine(Subject) ? "The subject of a letter is one line of text, without line breaks or control characters." : null)
        ?? (Language.Length == 0 || !Language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? $"\"{Shown(Language)}\" is not the tag of a language such as \"en\"." : null);

    /// <summary>Why a text is not exactly one mailbox, as a sentence; null when it is.</summary>
    /// <remarks>Names before it, comments, lists and quoted local parts are refused: a person typed an address, or somebody tries something.</remarks>
    public static string? MailboxFault(string text) =>
        text.Length <= LongestMailbox && IsOneLine(text) && text.IndexOfAny([' ', '"', '<', '>', '(', ')', ',', ';', ':', '\\', '[', ']']) < 0
        && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text
            ? null
            : $"\"{Shown(text)}\" is not a mail address: write one, such as name@example.org, and nothing else.";

    private static bool IsOneLine(string text) => !text.Any(IsBreak);

    private static bool IsBreak(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string Shown(string text) =>
        string.Concat(text.Take(LongestMailbox).Select(letter => IsBreak(letter) ? '\uFFFD' : letter));
}

/// <summary>A letter that will never go out as it is; the message says why in a sentence for whoever wanted it sent.</summary>
public sealed class LetterRefusedException(string message, Exception? inner = null) : Exception(message, inner);
