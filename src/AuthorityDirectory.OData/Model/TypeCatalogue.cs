namespace AuthorityDirectory.OData.Model;

/// <summary>The types of a model while it is declared, by the C# types that getters return.</summary>
sealed class TypeCatalogue(string @namespace)
{
    readonly Dictionary<Type, ODataType> _types = new()
    {
        [typeof(string)] = new PrimitiveType<string>("String"),
        [typeof(bool)] = new PrimitiveType<bool>("Boolean"),
        [typeof(int)] = new PrimitiveType<int>("Int32"),
        [typeof(long)] = new PrimitiveType<long>("Int64"),
        [typeof(decimal)] = new PrimitiveType<decimal>("Decimal"),
        [typeof(double)] = new PrimitiveType<double>("Double"),
        [typeof(DateOnly)] = new PrimitiveType<DateOnly>("Date"),
        [typeof(DateTimeOffset)] = new PrimitiveType<DateTimeOffset>("DateTimeOffset"),
        [typeof(Uri)] = new PrimitiveType<Uri>("String"),
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
}
