using System.Collections.Frozen;

namespace AuthorityDirectory.OData.Model;

/// <summary>A frozen model: every type, entity set, singleton and function of a service.</summary>
public abstract class ODataModel
{
    readonly FrozenDictionary<string, ODataType> _types;
    readonly FrozenDictionary<string, EntitySource> _sources;

    private protected ODataModel(TypeCatalogue types, IReadOnlyList<EntitySource> sources, IReadOnlyList<ODataFunction> functions)
    {
        Functions = functions;
        Namespace = types.Namespace;
        Types = types.Declared;
        Sources = sources;
        _types = types.Declared.ToFrozenDictionary(type => type.QualifiedName, StringComparer.Ordinal);
        var names = sources.Select(source => source.Name).Concat(functions.Select(function => function.Name).Distinct());
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ModelException($"The service declares {twice.Key} twice.");
        _sources = sources.ToFrozenDictionary(source => source.Name, StringComparer.Ordinal);
        AssignBaseSets();
        CheckFunctions();
        CheckRequestSets();
        CheckActions();
        foreach (var set in sources.OfType<EntitySet>().Where(set => set.Insert is not null))
            set.Type.IsTagged = true;
        RequestSets = [.. sources.OfType<EntitySet>().Where(set => set.IsOfRequest)];
        CanWrite = Types.OfType<EntityType>().Any(type => type.IsTagged);
    }

    /// <summary>The namespace of the model's own types.</summary>
    public string Namespace { get; }

    /// <summary>The types that the model declares, in its order.</summary>
    public IReadOnlyList<ODataType> Types { get; }

    /// <summary>The entity sets and singletons, in the model's order.</summary>
    public IReadOnlyList<EntitySource> Sources { get; }

    /// <summary>The functions, in the model's order; overloads have the same name.</summary>
    public IReadOnlyList<ODataFunction> Functions { get; }

    /// <summary>Whether anything can be inserted or invoked.</summary>
    public bool CanWrite { get; }

    /// <summary>The sets whose entities are those of a request.</summary>
    internal IReadOnlyList<EntitySet> RequestSets { get; }

    internal IReadOnlyList<ODataFunction> FindFunctions(string name) => [.. Functions.Where(function => function.Name == name)];

    internal EntitySource? Find(string name) => _sources.GetValueOrDefault(name);

    internal ODataType? FindType(string qualifiedName) => _types.GetValueOrDefault(qualifiedName);

    internal EntitySet BaseSetOf(EntityType type) =>
        Sources.OfType<EntitySet>().FirstOrDefault(set => set.Type == type)
        ?? throw new ModelException($"Navigation leads to {type.QualifiedName}, but no entity set holds such entities.");

    void CheckFunctions()
    {
        foreach (var type in Functions.Select(function => function.Result).OfType<EntityType>())
            _ = BaseSetOf(type);
        var overloads = Functions.GroupBy(function => (function.Name, string.Join(',', function.Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal))));
        if (overloads.FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ModelException($"The service declares {twice.First()} twice.");
    }

    void CheckRequestSets()
    {
        foreach (var set in Sources.OfType<EntitySet>().Where(set => set.IsOfRequest))
        {
            var type = set.Type;
            var others = Sources.Where(source => source != set && source.Type == type).Select(source => source.Name)
                .Concat(Types.OfType<EntityType>().SelectMany(owner => owner.NavigationProperties.Where(navigation => navigation.Target == type).Select(navigation => $"{owner}/{navigation.Name}")))
                .Concat(Functions.Where(function => function.Result == type).Select(function => function.Name));
            if (others.FirstOrDefault() is { } other)
                throw new ModelException($"{set.Name} is of the request, so {other} cannot lead to entities of {type} too.");
        }
    }

    void CheckActions()
    {
        var taken = Types.Select(type => type.Name).Concat(Functions.Select(function => function.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var type in Types.OfType<EntityType>())
        {
            if (type.Actions.FirstOrDefault(action => taken.Contains(action.Name)) is { } action)
                throw new ModelException($"{type}/{action.Name} has the name of a type or function of the service.");
        }
    }

    void AssignBaseSets()
    {
        foreach (var set in Sources.OfType<EntitySet>())
            set.BaseSet = set.Type.KeyProperty is null ? throw new ModelException($"{set.Type.QualifiedName} needs a key to be held in {set.Name}.") : BaseSetOf(set.Type);
        foreach (var navigation in Types.OfType<EntityType>().SelectMany(type => type.NavigationProperties))
            _ = BaseSetOf(navigation.Target);
    }
}

/// <summary>A frozen model over views of one type. Safe on any thread.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
public sealed class ODataModel<TView> : ODataModel
    where TView : class
{
    internal ODataModel(TypeCatalogue types, IReadOnlyList<EntitySource> sources, IReadOnlyList<ODataFunction> functions) : base(types, sources, functions) { }
}
