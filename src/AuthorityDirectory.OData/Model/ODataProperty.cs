using AuthorityDirectory.OData.Evaluation;

namespace AuthorityDirectory.OData.Model;

/// <summary>What is known of a property before how its value is had.</summary>
sealed record PropertyHead(string Name, ODataType Type, bool IsNullable, int? MaxLength, ValueRules Rules, string? Description);

/// <summary>A property of a structured type.</summary>
public abstract class ODataProperty
{
    private protected ODataProperty(PropertyHead head, bool isCollection)
    {
        Name = head.Name;
        Type = head.Type;
        IsNullable = head.IsNullable;
        MaxLength = head.MaxLength;
        Rules = head.Rules;
        Description = head.Description;
        IsCollection = isCollection;
        Rules.Check(Name, Type, isCollection);
    }

    /// <summary>The name in queries and payloads.</summary>
    public string Name { get; }

    /// <summary>The type of the value, or of each value of a collection.</summary>
    public ODataType Type { get; }

    /// <summary>Whether there are several values.</summary>
    public bool IsCollection { get; }

    /// <summary>Whether the value may be null; never true of a collection.</summary>
    public bool IsNullable { get; }

    /// <summary>The most characters that a text has, if promised.</summary>
    public int? MaxLength { get; }

    /// <summary>What its values are promised to keep to.</summary>
    public ValueRules Rules { get; }

    /// <summary>What <c>$metadata</c> says of it, if anything.</summary>
    public string? Description { get; }

    /// <summary>The property of an owner in a view, as its getter returns it.</summary>
    internal abstract Evaluator Bind(object view, Evaluator owner);
}

/// <summary>A primitive, enumeration or complex property.</summary>
public abstract class StructuralProperty : ODataProperty
{
    private protected StructuralProperty(PropertyHead head, bool isCollection) : base(head, isCollection) { }

    /// <summary>The place among the structural properties of its type.</summary>
    internal int Index { get; set; }
}

sealed class ValueProperty<TOwner, TValue>(PropertyHead head, Getter<TOwner, TValue?> getter) : StructuralProperty(head, isCollection: false)
{
    internal override Evaluator Bind(object view, Evaluator owner) => new Read<TOwner, TValue>((Evaluator<TOwner>)owner, getter.For(view));
}

sealed class NullableProperty<TOwner, TValue>(PropertyHead head, Getter<TOwner, TValue?> getter) : StructuralProperty(head, isCollection: false)
    where TValue : struct
{
    internal override Evaluator Bind(object view, Evaluator owner) => new ReadNullable<TOwner, TValue>((Evaluator<TOwner>)owner, getter.For(view));
}

sealed class CollectionProperty<TOwner, TValue>(PropertyHead head, Getter<TOwner, IReadOnlyList<TValue>> getter) : StructuralProperty(head, isCollection: true)
{
    internal override Evaluator Bind(object view, Evaluator owner) => new Read<TOwner, IReadOnlyList<TValue>>((Evaluator<TOwner>)owner, getter.For(view));
}
