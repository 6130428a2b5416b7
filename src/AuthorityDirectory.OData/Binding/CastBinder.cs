using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary><c>cast</c> and <c>isof</c> (URL conventions 4.01, section 5.1.1.10): with a value and a type, or a type alone for the entity or value the expression is about.</summary>
sealed class CastBinder(ODataModel model)
{
    static readonly string[] _notImplemented = ["Edm.Binary", "Edm.Byte", "Edm.Int16", "Edm.SByte", "Edm.Single", "Edm.Stream"];

    /// <param name="call">The call.</param>
    /// <param name="it">What it is about where it has a type alone.</param>
    /// <param name="bind">Binds the value.</param>
    public Operand Bind(CallSyntax call, Operand it, Func<ExpressionSyntax, Operand> bind)
    {
        var (operand, type) = call.Arguments switch
        {
            [var only] => (it, only),
            [var value, var name] => (bind(value), name),
            _ => throw call.At.Invalid(ErrorCode.Syntax, $"'{call.Name}' has a value and a type in its brackets, or a type alone"),
        };
        return call.Name.Equals("cast", StringComparison.OrdinalIgnoreCase) ? Cast(operand, type, call.At) : IsOf(operand, type, call.At);
    }

    /// <summary>The value as one of another type; null when it cannot be.</summary>
    Operand Cast(Operand operand, ExpressionSyntax name, Location at)
    {
        var type = Type(name);
        if (operand.IsNull)
            return Domains.Of(type) is { } nothing ? new Operand(type, nothing.Null, at) : throw at.NotImplemented("Casting null to a structured type is not implemented");
        if (operand.IsCollection || operand.Type is StructuredType || type is StructuredType)
            return operand.Type == type && !operand.IsCollection ? operand with { At = at } : throw at.Invalid(ErrorCode.TypeMismatch, $"{operand.TypeName} cannot be cast to {type}");
        var value = TypeRules.AreSame(operand.Type!, type) ? operand.Evaluator : Value(operand.Type!, operand.Evaluator, type) ?? throw at.Invalid(ErrorCode.TypeMismatch, $"{operand.TypeName} cannot be cast to {type}");
        if (type == PrimitiveTypes.Int32)
            value = Attempt<long, long>(value, number => number is >= int.MinValue and <= int.MaxValue ? number : null);
        return new Operand(type, value.IsConstant ? value.Fold() : value, at);
    }

    /// <summary>Whether the value is of a type; false when it is null.</summary>
    Operand IsOf(Operand operand, ExpressionSyntax name, Location at)
    {
        var type = Type(name);
        var isOf = operand is { IsNull: false, IsCollection: false } && (operand.Type == type || operand.Type is PrimitiveType known && type is PrimitiveType other && known.Kind == other.Kind);
        return new Operand(PrimitiveTypes.Boolean, isOf ? operand.Evaluator.NullTest(isNull: false) : new Constant<bool>(false), at);
    }

    ODataType Type(ExpressionSyntax name)
    {
        var text = name switch
        {
            NameSyntax { Source: null } plain => plain.Name,
            LiteralSyntax { Kind: LiteralKind.Text } quoted => quoted.Text,
            _ => throw name.At.Invalid(ErrorCode.Syntax, "The name of a type is expected, such as Edm.String"),
        };
        return model.FindType(text) ?? PrimitiveTypes.Find(text) ?? throw (IsNotImplemented(text)
            ? name.At.NotImplemented($"The type {text} is not implemented")
            : name.At.Invalid(ErrorCode.UnknownName, Suggestions.Append($"'{text}' is not a type of this service", text, PrimitiveTypes.Names.Concat(model.Types.Select(type => type.QualifiedName)))));
    }

    /// <summary>Whether the standard has the type and this service does not.</summary>
    static bool IsNotImplemented(string name) =>
        _notImplemented.Contains(name) || name.StartsWith("Edm.Geography", StringComparison.Ordinal) || name.StartsWith("Edm.Geometry", StringComparison.Ordinal);

    static Evaluator? Value(ODataType from, Evaluator value, ODataType to) => (from, to, value) switch
    {
        (EnumType members, PrimitiveType { Kind: PrimitiveKind.String }, _) => new Map<int, string>((Evaluator<int>)value, ordinal => members.Members[ordinal].Name),
        (_, PrimitiveType { Kind: PrimitiveKind.String }, _) => Domains.Of(from)!.Text(value),
        (PrimitiveType { Kind: PrimitiveKind.String }, _, Evaluator<string> text) => Domains.Of(to)!.Parsed(text),
        (_, PrimitiveType { Kind: PrimitiveKind.Date }, Evaluator<DateTimeOffset> moment) => new Map<DateTimeOffset, DateOnly>(moment, m => DateOnly.FromDateTime(m.UtcDateTime)),
        (_, PrimitiveType { Kind: PrimitiveKind.TimeOfDay }, Evaluator<DateTimeOffset> moment) => new Map<DateTimeOffset, TimeOnly>(moment, m => TimeOnly.FromDateTime(m.UtcDateTime)),
        (_, PrimitiveType { Kind: PrimitiveKind.Int32 or PrimitiveKind.Int64 }, Evaluator<decimal> number) => Attempt<decimal, long>(number, n => Math.Round(n) is >= long.MinValue and <= long.MaxValue and var whole ? (long)whole : null),
        (_, PrimitiveType { Kind: PrimitiveKind.Int32 or PrimitiveKind.Int64 }, Evaluator<double> number) => Attempt<double, long>(number, n => Math.Abs(n) < 9.2e18 ? (long)Math.Round(n) : null),
        (_, PrimitiveType { Kind: PrimitiveKind.Decimal }, Evaluator<double> number) => Attempt<double, decimal>(number, n => Math.Abs(n) < 7.9e28 ? (decimal)n : null),
        _ => TypeRules.Convert(new Operand(from, value, default), to)?.Evaluator,
    };

    static Attempt<TFrom, TTo> Attempt<TFrom, TTo>(Evaluator value, Func<TFrom, TTo?> convert) where TTo : struct => new((Evaluator<TFrom>)value, convert);
}
