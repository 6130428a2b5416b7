using System.Collections.Frozen;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Model;

/// <summary>A type with properties: complex or entity.</summary>
public abstract class StructuredType : ODataType
{
    FrozenDictionary<string, ODataProperty> _byName = FrozenDictionary<string, ODataProperty>.Empty;

    private protected StructuredType(string qualifiedName, string name, string? description) : base(qualifiedName, name, description) { }

    /// <summary>Primitive, enumeration and complex properties, in the order in which they are written.</summary>
    public IReadOnlyList<StructuralProperty> Properties { get; private set; } = [];

    /// <summary>Properties that lead to entities; none for a complex type.</summary>
    public IReadOnlyList<NavigationProperty> NavigationProperties { get; private set; } = [];

    internal ODataProperty? Find(string name) => _byName.GetValueOrDefault(name);

    internal IEnumerable<string> PropertyNames => Properties.Select(p => p.Name).Concat(NavigationProperties.Select(p => p.Name));

    internal IReadOnlyList<PropertyWriter> PropertyWriters(Evaluator self, object view, PayloadStyle style, Selection? selection) =>
        [.. (selection ?? Selection.All(this)).Properties.Select(chosen => chosen.Writer(self, view, style))];

    internal void Declare(IReadOnlyList<StructuralProperty> properties, IReadOnlyList<NavigationProperty> navigation)
    {
        Properties = properties;
        NavigationProperties = navigation;
        var all = properties.Concat<ODataProperty>(navigation).ToList();
        if (all.GroupBy(p => p.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ModelException($"{QualifiedName} declares {twice.Key} twice.");
        for (var i = 0; i < properties.Count; i++)
            properties[i].Index = i;
        _byName = all.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
    }
}

/// <summary>A structured value without identity.</summary>
public abstract class ComplexType : StructuredType
{
    private protected ComplexType(string qualifiedName, string name, string? description) : base(qualifiedName, name, description) { }
}

/// <summary>A structured value with a key.</summary>
public abstract class EntityType : StructuredType
{
    private protected EntityType(string qualifiedName, string name, string? description) : base(qualifiedName, name, description) { }

    /// <summary>The key property; null for the type of a singleton that does without.</summary>
    public abstract StructuralProperty? KeyProperty { get; }

    /// <summary>The actions that are bound to its entities, in the model's order.</summary>
    public IReadOnlyList<ODataAction> Actions { get; private set; } = [];

    /// <summary>Whether each entity has a tag of its own: so of all that can be written.</summary>
    public bool IsTagged { get; internal set; }

    internal ODataAction? FindAction(string name) => Actions.FirstOrDefault(action => action.Name == name || $"{QualifiedName[..^(Name.Length + 1)]}.{action.Name}" == name);

    internal void Declare(IReadOnlyList<ODataAction> actions)
    {
        Actions = actions;
        IsTagged = actions.Count > 0;
        if (actions.GroupBy(action => action.Name).FirstOrDefault(same => same.Count() > 1 || Find(same.Key) is not null) is { } twice)
            throw new ModelException($"{QualifiedName} declares {twice.Key} twice.");
    }

    /// <summary>A table of one entity, which need not be in any view.</summary>
    internal abstract EntityTable Alone(object entity, object view);
}

sealed class ComplexType<T>(string qualifiedName, string name, string? description) : ComplexType(qualifiedName, name, description)
    where T : class
{
    internal override ElementFactory Elements { get; } = new ElementFactory<T>();

    internal override ValueWriter Writer(Evaluator value, object view, PayloadStyle style, Selection? selection)
    {
        var self = new Variable<T>();
        var annotation = style.IsFull ? $"\"@{style.Prefix}type\":\"#{QualifiedName}\"" : null;
        return new StructureWriter<T>((Evaluator<T>)value, self, PropertyWriters(self, view, style, selection), annotation);
    }
}

sealed class EntityType<T>(string qualifiedName, string name, string? description, EntityKey<T>? key) : EntityType(qualifiedName, name, description)
    where T : class
{
    internal EntityKey<T>? Key { get; } = key;

    /// <inheritdoc/>
    public override StructuralProperty? KeyProperty => Key is null ? null : (StructuralProperty?)Find(Key.Name);

    internal override ElementFactory Elements { get; } = new ElementFactory<T>();

    internal override EntityTable Alone(object entity, object view) => EntityTable<T>.Of(this, (T)entity, view);

    internal override ValueWriter Writer(Evaluator value, object view, PayloadStyle style, Selection? selection)
    {
        var self = new Variable<T>();
        return new StructureWriter<T>((Evaluator<T>)value, self, PropertyWriters(self, view, style, selection), typeAnnotation: null);
    }
}
