using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Compares complex values, entities and collections (URL conventions 4.01, section 5.1.1.1.1): with each other, and with JSON.</summary>
sealed class StructureComparer(BindingContext context, Func<ExpressionSyntax, Operand> bind)
{
    /// <summary>Two values of one type, or two collections; collections are equal when their elements are, in their order.</summary>
    public Evaluator<bool> Equality(Operand left, Operand right, bool isEqual, Location at)
    {
        if (left.Type is null || right.Type is null || left.IsCollection != right.IsCollection || !TypeRules.AreSame(left.Type, right.Type))
            throw Mismatch(left.TypeName, right.TypeName, at);
        if (left.IsCollection)
            return List(left, at).Domain.ListEquality(List(left, at).Values, List(right, at).Values, isEqual);
        if (left.Type is EntityType)
            return left.Type.Elements.EntityEquality(left.Evaluator, right.Evaluator, isEqual);
        var (l, r) = (left.Type.Elements.Variable(), left.Type.Elements.Variable());
        var properties = ((ComplexType)left.Type).Properties.Select(property => Pair(Value(property, l, at), Value(property, r, at), at)).ToList();
        return left.Type.Elements.StructureEquality(left.Evaluator, right.Evaluator, l, r, properties, isEqual);
    }

    /// <summary>A value and JSON: a property that an object leaves out is null there.</summary>
    public Evaluator<bool> Equality(Operand value, ExpressionSyntax json, bool isEqual, Location at) => (json, value) switch
    {
        (ListSyntax list, { IsCollection: true }) => List(value, at) is var (domain, values) ? domain.ListEquality(values, List(list, value.Type!), isEqual) : throw new InvalidOperationException(),
        (ObjectSyntax item, { IsCollection: false, Type: ComplexType type }) => Match(value, item, type, isEqual),
        (ObjectSyntax, { IsCollection: false, Type: EntityType }) => throw json.At.NotImplemented("Entities named in JSON are not implemented; compare with $root/…"),
        _ => throw Mismatch(value.TypeName, json is ListSyntax ? "a JSON array" : "a JSON object", at),
    };

    /// <summary>A collection as a list of what expressions compute with.</summary>
    public (Domain Domain, Evaluator Values) List(Operand collection, Location at)
    {
        if (!collection.IsCollection)
            throw at.Invalid(ErrorCode.TypeMismatch, $"A collection is expected, not {collection.TypeName}");
        if (Domains.Of(collection.Type!) is not { } domain)
            throw at.NotImplemented($"Comparing {collection.TypeName} as a whole is not implemented; use any or all");
        var variable = collection.Type!.Elements.Variable();
        return (domain, domain.List(collection.Type.Elements.Sequence(collection.Evaluator, variable), collection.Type.Computable(variable), new Meter(context.Budget)));
    }

    /// <summary>A JSON array as a list of values of a type.</summary>
    public Evaluator List(ListSyntax list, ODataType type) => Domains.Of(type) is { } domain
        ? domain.List([.. list.Items.Select(item => TypeRules.Convert(bind(item), type)?.Evaluator ?? throw item.At.Invalid(ErrorCode.TypeMismatch, $"This is no value of {type}"))])
        : throw list.At.NotImplemented("Arrays of objects are not implemented");

    /// <summary>A JSON array as a list, of the type of its first item that is not null.</summary>
    public (ODataType Type, Domain Domain, Evaluator Values) List(ListSyntax list)
    {
        var type = list.Items.Where(item => item is not (ListSyntax or ObjectSyntax)).Select(item => bind(item).Type).FirstOrDefault(known => known is not null) ?? PrimitiveTypes.String;
        return Domains.Of(type) is { } domain ? (type, domain, List(list, type)) : throw list.At.NotImplemented("Arrays of objects are not implemented");
    }

    Evaluator<bool> Match(Operand value, ObjectSyntax json, ComplexType type, bool isEqual)
    {
        foreach (var member in json.Members)
        {
            if (type.Find(member.Name) is null)
                throw member.At.Invalid(ErrorCode.UnknownName, Suggestions.Append($"{type} has no property '{member.Name}'", member.Name, type.PropertyNames));
        }
        var self = type.Elements.Variable();
        var properties = type.Properties.Select(property => Pair(Value(property, self, json.At), json.Members.LastOrDefault(member => member.Name == property.Name)?.Value, json.At)).ToList();
        return type.Elements.StructureMatch(value.Evaluator, self, properties, isEqual);
    }

    Evaluator<bool> Pair(Operand value, ExpressionSyntax? expected, Location at) => expected switch
    {
        null when value.IsCollection => List(value, at) is var (domain, values) ? domain.ListEquality(values, domain.List([]), isEqual: true) : throw new InvalidOperationException(),
        null => value.Evaluator.NullTest(isNull: true),
        ListSyntax or ObjectSyntax => Equality(value, expected, isEqual: true, expected.At),
        _ => Pair(value, bind(expected), expected.At),
    };

    Evaluator<bool> Pair(Operand left, Operand right, Location at) => IsStructural(left) && !right.IsNull ? Equality(left, right, isEqual: true, at) : Comparisons.Equality(left, right, isEqual: true, at);

    /// <summary>Whether a value is compared part by part.</summary>
    public static bool IsStructural(Operand operand) => operand.IsCollection || operand.Type is StructuredType;

    Operand Value(StructuralProperty property, Evaluator owner, Location at)
    {
        var value = property.Bind(context.View, owner);
        return new Operand(property.Type, property.IsCollection ? value : property.Type.Computable(value), at) { IsCollection = property.IsCollection };
    }

    static QueryException Mismatch(string left, string right, Location at) => at.Invalid(ErrorCode.TypeMismatch, $"{left} cannot be compared with {right}: they have no type in common");
}
