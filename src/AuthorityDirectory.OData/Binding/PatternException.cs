using System.Text.RegularExpressions;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>A pattern that cannot be matched, in words of this service.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="index">The character of the pattern that it is about.</param>
sealed class PatternException(string message, int index) : Exception(message)
{
    public static PatternException Of(RegexParseException error) =>
        new("The pattern is no regular expression: " + Meaning(error.Error), Math.Max(0, error.Offset - 1));

    public static PatternException NotSupported { get; } =
        new("The pattern looks ahead or behind, refers back, depends on a condition or repeats too often; such patterns are not supported", 0);

    /// <summary>The place in the request: within the pattern where that is written as it is.</summary>
    /// <param name="pattern">The operand that holds the pattern.</param>
    public QueryException In(Operand pattern)
    {
        var isQuoted = pattern.Literal is { Kind: LiteralKind.Text } && pattern.At.Source.Text[pattern.At.Offset] == '\'';
        var at = isQuoted ? pattern.At.Source.At(pattern.At.Offset + 1 + index + pattern.Literal!.Text.Take(index).Count(c => c == '\'')) : pattern.At;
        return at.Invalid(ErrorCode.InvalidValue, Message);
    }

    static string Meaning(RegexParseError error) => error switch
    {
        RegexParseError.InsufficientClosingParentheses => "a bracket is not closed",
        RegexParseError.InsufficientOpeningParentheses => "a bracket is closed that was not opened",
        RegexParseError.UnterminatedBracket => "a set in square brackets is not closed",
        RegexParseError.QuantifierAfterNothing or RegexParseError.NestedQuantifiersNotParenthesized => "there is nothing before the sign of repetition that it could repeat",
        RegexParseError.ReversedQuantifierRange or RegexParseError.ReversedCharacterRange => "a range ends before it begins",
        RegexParseError.ShorthandClassInCharacterRange => "a range needs single characters at its ends",
        RegexParseError.UnescapedEndingBackslash => "nothing follows the backslash; a backslash itself is written twice",
        RegexParseError.UnrecognizedEscape or RegexParseError.InsufficientOrInvalidHexDigits or RegexParseError.MissingControlCharacter => "what follows the backslash has no meaning",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape or RegexParseError.UnrecognizedUnicodeProperty => "there is no such category of characters",
        RegexParseError.UndefinedNamedReference or RegexParseError.UndefinedNumberedReference => "there is no group that it could refer to",
        _ => "a part that begins with a bracket or backslash is none that patterns have",
    };
}
