using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Syntax;

/// <summary>Cuts the value of a query option into tokens, one ahead of the parser.</summary>
/// <remarks>A literal is recognised by its form (URL conventions 4.01, section 5.1.1.14): a date, time or GUID is one token although it begins like a number or a name.</remarks>
sealed class Lexer(SourceText source)
{
    Token? _next;

    /// <summary>The token that comes next.</summary>
    public Token Next => _next ??= Scan();

    public SourceText Source => source;

    /// <summary>Where the next token begins.</summary>
    public Location Here => source.At(Next.Start);

    /// <summary>The first character that no token has been made of.</summary>
    public int Position { get; private set; }

    string Text => source.Text;

    /// <summary>Takes the next token.</summary>
    public Token Take()
    {
        var token = Next;
        MoveTo(token.End);
        return token;
    }

    /// <summary>Goes on reading from another place.</summary>
    public void MoveTo(int position) => (Position, _next) = (position, null);

    public ReadOnlySpan<char> SpanOf(Token token) => Text.AsSpan(token.Start, token.End - token.Start);

    public bool IsSign(char sign) => Next.Kind == TokenKind.Sign && Text[Next.Start] == sign;

    /// <summary>Whether the next token is this word, in whatever case.</summary>
    public bool IsWord(string word) => Next.Kind is TokenKind.Name or TokenKind.Dollar && SpanOf(Next).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool TryTake(char sign)
    {
        if (!IsSign(sign))
            return false;
        Take();
        return true;
    }

    public void Expect(char sign)
    {
        if (!TryTake(sign))
            throw Unexpected($"'{sign}'");
    }

    /// <summary>The error that something else should come next.</summary>
    public QueryException Unexpected(string expected) =>
        Here.Invalid(ErrorCode.Syntax, Next.Kind == TokenKind.End ? $"The text ends where {expected} is expected" : $"'{SpanOf(Next)}' stands where {expected} is expected");

    public void ExpectEnd(string expected)
    {
        if (Next.Kind != TokenKind.End)
            throw Unexpected(expected);
    }

    Token Scan()
    {
        var start = Position;
        while (start < Text.Length && IsSpace(Text[start]))
            start++;
        var (kind, end) = Scan(start);
        return new Token(kind, start, end, start > Position);
    }

    (TokenKind Kind, int End) Scan(int start)
    {
        if (start == Text.Length)
            return (TokenKind.End, start);
        var rest = Text.AsSpan(start);
        if (LiteralForm.Match(rest) is { Length: > 0 } literal)
            return (literal.Kind, start + literal.Length);
        return rest[0] switch
        {
            '\'' => (TokenKind.Text, EndOfText(start)),
            '"' => (TokenKind.Text, EndOfJsonText(start)),
            '$' => (TokenKind.Dollar, EndOfName(start + 1)),
            '@' => (TokenKind.Alias, EndOfName(start + 1)),
            '(' or ')' or ',' or '/' or ':' or ';' or '=' or '*' or '-' or '[' or ']' or '{' or '}' => (TokenKind.Sign, start + 1),
            var first when IsNameStart(first) => NameOrTyped(start),
            var other => throw source.At(start).Invalid(ErrorCode.Syntax, $"The character '{other}' has no meaning here; a text is written in single quotes"),
        };
    }

    (TokenKind, int) NameOrTyped(int start)
    {
        var end = EndOfName(start);
        return end < Text.Length && Text[end] == '\'' ? (TokenKind.Typed, EndOfText(end)) : (TokenKind.Name, end);
    }

    int EndOfName(int start)
    {
        var end = start;
        while (end < Text.Length && (IsNamePart(Text[end]) || IsDotWithin(end)))
            end++;
        return end > start ? end : throw source.At(start).Invalid(ErrorCode.Syntax, "A name is expected");
    }

    bool IsDotWithin(int at) => Text[at] == '.' && at + 1 < Text.Length && IsNameStart(Text[at + 1]);

    int EndOfText(int quote) => Quoted.End(Text, quote, source.At(quote));

    int EndOfJsonText(int quote)
    {
        for (var end = quote + 1; end < Text.Length; end++)
        {
            if (Text[end] == '"')
                return end + 1;
            if (Text[end] == '\\')
                end++;
        }
        throw source.At(quote).Invalid(ErrorCode.Syntax, "The text that begins here has no closing quote");
    }

    public static bool IsSpace(char character) => character is ' ' or '\t';

    static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';

    static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
