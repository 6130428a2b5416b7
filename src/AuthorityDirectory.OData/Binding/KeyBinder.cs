using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Reads keys: <c>('AT-001')</c>, <c>(Id='AT-001')</c>, <c>(7)</c>, <c>(@alias)</c>, or a segment of its own.</summary>
sealed class KeyBinder(BindingContext context)
{
    public KeyValue Bind(EntityType type, IReadOnlyList<ExpressionSyntax> arguments, Location at)
    {
        var property = type.KeyProperty!;
        return arguments switch
        {
            [NamedValueSyntax named] when named.Name == property.Name => Value(property, named.Value),
            [NamedValueSyntax named] => throw named.At.Invalid(ErrorCode.UnknownName, $"The key of {type} is {property.Name}, not '{named.Name}'"),
            [var value] => Value(property, value),
            _ => throw at.Invalid(ErrorCode.Syntax, $"The key of {type} is one value, {property.Name}"),
        };
    }

    /// <summary>A key as a segment of its own: the plain text, without quotes. Null when the key is a number and the text is none.</summary>
    public static KeyValue? BindSegment(EntityType type, PathSegment segment)
    {
        if (type.KeyProperty!.Type == PrimitiveTypes.String)
            return new KeyValue(segment.Text, 0);
        return Domains.Of(PrimitiveKind.Int64).Parse(segment.Text) is Constant<long> number ? new KeyValue(null, number.Value) : null;
    }

    KeyValue Value(StructuralProperty property, ExpressionSyntax expression)
    {
        var scope = Scope.Of(new Operand(PrimitiveTypes.Boolean, new Null<bool>(), expression.At));
        var operand = expression is LiteralSyntax or AliasSyntax ? new ExpressionBinder(context).Bind(expression, scope)
            : throw expression.At.Invalid(ErrorCode.Syntax, "A key is a literal or a parameter alias; a text is written in single quotes");
        return TypeRules.Convert(operand, property.Type)?.Evaluator switch
        {
            Constant<string> text => new KeyValue(text.Value, 0),
            Constant<long> number => new KeyValue(null, number.Value),
            _ => throw expression.At.Invalid(ErrorCode.TypeMismatch, $"The key {property.Name} is of {property.Type}, not {operand.TypeName}"),
        };
    }
}
