namespace AuthorityDirectory.OData.Syntax;

/// <summary>An expression as it was written, before names and types are looked at.</summary>
/// <param name="At">Where errors about it point.</param>
abstract record ExpressionSyntax(Location At);

/// <summary>The forms of a literal; what type a number or text has is decided by what it is compared with.</summary>
enum LiteralKind
{
    Null,
    Boolean,
    Number,
    Text,
    Date,
    DateTimeOffset,
    TimeOfDay,
    Guid,

    /// <summary>With its type in front: <c>Coast.Light'White'</c>.</summary>
    Typed,
}

/// <summary>A literal: its text (of a text or typed literal the content between the quotes, unescaped) and the type in front of a typed one.</summary>
sealed record LiteralSyntax(LiteralKind Kind, string Text, string? TypeName, Location At) : ExpressionSyntax(At);

/// <summary>A property, range variable or (with a dot) type: alone, or after <c>Source/</c>.</summary>
sealed record NameSyntax(ExpressionSyntax? Source, string Name, Location At) : ExpressionSyntax(At);

/// <summary><c>$it</c>, <c>$this</c> or <c>$root</c>.</summary>
sealed record VariableSyntax(string Name, Location At) : ExpressionSyntax(At);

/// <summary>A parameter alias, such as <c>@p</c>.</summary>
sealed record AliasSyntax(string Name, Location At) : ExpressionSyntax(At);

/// <summary>A function call: alone, or bound after <c>Source/</c>.</summary>
sealed record CallSyntax(ExpressionSyntax? Source, string Name, IReadOnlyList<ExpressionSyntax> Arguments, Location At) : ExpressionSyntax(At);

/// <summary><c>Name=value</c> within brackets, as in a key.</summary>
sealed record NamedValueSyntax(string Name, ExpressionSyntax Value, Location At) : ExpressionSyntax(At);

/// <summary><c>Source/any(v:predicate)</c> or <c>Source/all(v:predicate)</c>; <c>any()</c> has neither variable nor predicate.</summary>
sealed record LambdaSyntax(ExpressionSyntax? Source, bool IsAll, string? Variable, ExpressionSyntax? Predicate, Location At) : ExpressionSyntax(At);

/// <summary><c>Source/$count</c>, perhaps of those that pass a filter.</summary>
sealed record CountSyntax(ExpressionSyntax? Source, ExpressionSyntax? Filter, Location At) : ExpressionSyntax(At);

/// <summary><c>Source/$filter(condition)</c>.</summary>
sealed record FilteredSyntax(ExpressionSyntax Source, ExpressionSyntax Condition, Location At) : ExpressionSyntax(At);

/// <summary>The one of <c>Source</c> that has a key: <c>Source(key)</c>, where the name of a property does not come just before the brackets.</summary>
sealed record KeySyntax(ExpressionSyntax Source, IReadOnlyList<ExpressionSyntax> Key, Location At) : ExpressionSyntax(At);

/// <summary>The operators.</summary>
enum Operator
{
    Or, And, Eq, Ne, Gt, Ge, Lt, Le, Add, Sub, Mul, Div, DivBy, Mod, Has, In, Not, Negate,
}

/// <summary><c>not</c> or <c>-</c>.</summary>
sealed record UnarySyntax(Operator Operator, ExpressionSyntax Operand, Location At) : ExpressionSyntax(At);

/// <summary>An operator between two operands.</summary>
sealed record BinarySyntax(Operator Operator, ExpressionSyntax Left, ExpressionSyntax Right, Location At) : ExpressionSyntax(At);

/// <summary><c>(a,b,c)</c> after <c>in</c>, or a JSON array.</summary>
sealed record ListSyntax(IReadOnlyList<ExpressionSyntax> Items, Location At) : ExpressionSyntax(At);

/// <summary>A JSON object.</summary>
sealed record ObjectSyntax(IReadOnlyList<NamedValueSyntax> Members, Location At) : ExpressionSyntax(At);

/// <summary><c>case(condition:value,…)</c>: the value of the first condition that holds, else null.</summary>
sealed record CaseSyntax(IReadOnlyList<(ExpressionSyntax Condition, ExpressionSyntax Value)> Branches, Location At) : ExpressionSyntax(At);
