namespace AuthorityDirectory.OData.Model;

/// <summary>The types of a model while it is declared, by the C# types that getters return.</summary>
sealed class TypeCatalogue(string @namespace)
{
    readonly Dictionary<Type, ODataType> _types = new()
    {
        [typeof(string)] = PrimitiveTypes.String,
        [typeof(bool)] = PrimitiveTypes.Boolean,
        [typeof(int)] = PrimitiveTypes.Int32,
        [typeof(long)] = PrimitiveTypes.Int64,
        [typeof(decimal)] = PrimitiveTypes.Decimal,
        [typeof(double)] = PrimitiveTypes.Double,
        [typeof(DateOnly)] = PrimitiveTypes.Date,
        [typeof(DateTimeOffset)] = PrimitiveTypes.DateTimeOffset,
        [typeof(Uri)] = PrimitiveTypes.Uri,
    };

    readonly List<ODataType> _declared = [];

    public string Namespace { get; } = @namespace;

    public IReadOnlyList<ODataType> Declared => _declared;

    public string Qualify(string name) => $"{Namespace}.{name}";

    public void Add(Type clrType, ODataType type)
    {
        if (_declared.Exists(declared => declared.Name == type.Name))
            throw new ModelException($"{type.QualifiedName} is declared twice.");
        if (!_types.TryAdd(clrType, type))
            throw new ModelException($"{clrType.Name} already stands for {_types[clrType].QualifiedName}; it cannot also be {type.QualifiedName}.");
        _declared.Add(type);
    }

    public ODataType Of(Type clrType, string usedBy) =>
        _types.TryGetValue(clrType, out var type) ? type : throw new ModelException($"{usedBy} is of type {clrType.Name}, which the model does not declare.");

    public EntityType<T> Entity<T>(string usedBy) where T : class =>
        Of(typeof(T), usedBy) as EntityType<T> ?? throw new ModelException($"{usedBy} needs an entity type, and {typeof(T).Name} is not declared as one.");

    public ComplexType Complex(string name) =>
        _declared.OfType<ComplexType>().FirstOrDefault(type => type.Name == name) ?? throw new ModelException($"An input is declared for {name}, which is no complex type of the model.");
}
