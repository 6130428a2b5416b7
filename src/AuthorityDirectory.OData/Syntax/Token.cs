namespace AuthorityDirectory.OData.Syntax;

/// <summary>What the lexer tells apart.</summary>
enum TokenKind
{
    End,

    /// <summary>A name, perhaps with a namespace: <c>Name</c>, <c>Coast.Lighthouse</c>, <c>eq</c>.</summary>
    Name,

    /// <summary>A name that begins with <c>$</c>: <c>$it</c>, <c>$count</c>, <c>$filter</c>.</summary>
    Dollar,

    /// <summary>A parameter alias: <c>@p</c>.</summary>
    Alias,

    Text,
    Number,
    Date,
    DateTimeOffset,
    TimeOfDay,
    Guid,

    /// <summary>A literal that names its type: <c>duration'PT1H'</c>, <c>Coast.Light'White'</c>.</summary>
    Typed,

    /// <summary>One character that means itself: <c>( ) , / : ; = * - [ ] { }</c>.</summary>
    Sign,
}

/// <summary>A piece of the text that means something.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after its last one.</param>
/// <param name="AfterSpace">Whether white space comes before it.</param>
readonly record struct Token(TokenKind Kind, int Start, int End, bool AfterSpace);
