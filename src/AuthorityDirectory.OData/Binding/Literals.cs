using System.Globalization;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Gives literals a type: their own by their form, or the one that they meet.</summary>
static class Literals
{
    public static Operand Bind(LiteralSyntax literal, ODataModel model) => literal.Kind switch
    {
        LiteralKind.Null => new Operand(null, new Null<object>(), literal.At) { Literal = literal },
        LiteralKind.Number => Natural(literal, NumberType(literal.Text)),
        LiteralKind.Typed => Typed(literal, model),
        LiteralKind.Boolean => Natural(literal with { Text = literal.Text.ToLowerInvariant() }, PrimitiveTypes.Boolean),
        LiteralKind.Date => Natural(literal, PrimitiveTypes.Date),
        LiteralKind.DateTimeOffset => Natural(literal, PrimitiveTypes.DateTimeOffset),
        LiteralKind.TimeOfDay => Natural(literal, PrimitiveTypes.TimeOfDay),
        LiteralKind.Guid => Natural(literal, PrimitiveTypes.Guid),
        _ => Natural(literal, PrimitiveTypes.String),
    };

    /// <summary>A text literal as a value of another type: <c>'White'</c> of an enumeration, <c>'2024-01-31'</c> of a date.</summary>
    /// <returns>Null when the operand is no text literal.</returns>
    public static Operand? As(Operand operand, ODataType type)
    {
        if (operand.Literal is not { Kind: LiteralKind.Text } literal || Domains.Of(type) is not { } domain)
            return null;
        return operand with { Type = type, Evaluator = domain.Parse(literal.Text) ?? throw NotAValue(literal, type), Literal = null };
    }

    static Operand Natural(LiteralSyntax literal, PrimitiveType type) =>
        new(type, Domains.Of(type.Kind).Parse(literal.Text) ?? throw NotAValue(literal, type), literal.At) { Literal = literal };

    static PrimitiveType NumberType(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            return PrimitiveTypes.Int64;
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? PrimitiveTypes.Decimal
            : PrimitiveTypes.Double;
    }

    static Operand Typed(LiteralSyntax literal, ODataModel model)
    {
        if (model.FindType(literal.TypeName!) is EnumType type)
            return new Operand(type, Domains.Of(type)!.Parse(literal.Text) ?? throw NotAValue(literal, type), literal.At);
        return literal.TypeName!.ToUpperInvariant() switch
        {
            "DURATION" => Natural(literal, PrimitiveTypes.Duration),
            "BINARY" => throw literal.At.NotImplemented("Binary literals are not implemented"),
            "GEOGRAPHY" or "GEOMETRY" => throw literal.At.NotImplemented("Geographic literals are not implemented"),
            _ => throw literal.At.Invalid(ErrorCode.UnknownName, Suggestions.Append(
                $"'{literal.TypeName}' is not a type whose literals have a prefix; dates, times and GUIDs are written without one", literal.TypeName, [.. model.Types.OfType<EnumType>().Select(known => known.QualifiedName), "duration"])),
        };
    }

    static QueryException NotAValue(LiteralSyntax literal, ODataType type) => literal.At.Invalid(ErrorCode.InvalidValue,
        type is EnumType members
            ? Suggestions.Append($"'{literal.Text}' is not a member of {type}", literal.Text, members.Members.Select(member => member.Name))
            : $"'{literal.Text}' is not a value of {type}, or not one that this service can hold");
}
