using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Model;

/// <summary>A parameter of a function; its argument is never null.</summary>
public abstract class FunctionParameter
{
    private protected FunctionParameter(string name, string? description) => (Name, Description) = (name, description);

    /// <summary>The name in the URL.</summary>
    public string Name { get; }

    /// <summary>What <c>$metadata</c> says of it, if anything.</summary>
    public string? Description { get; }

    /// <summary>The type of its arguments: primitive, or an enumeration.</summary>
    public ODataType Type { get; private set; } = null!;

    internal abstract Type ClrType { get; }

    internal void Resolve(TypeCatalogue types)
    {
        Type = types.Of(ClrType, Name);
        if (Type is StructuredType)
            throw new ModelException($"The parameter {Name} is of {Type}; a parameter is primitive or an enumeration.");
    }

    /// <summary>An argument as the function takes it, from what expressions compute with; null when it is null or too large.</summary>
    internal abstract object? Read(Evaluator argument);
}

/// <summary>A parameter of a function.</summary>
/// <typeparam name="T">The type of its arguments as the function takes them.</typeparam>
public sealed class FunctionParameter<T> : FunctionParameter
    where T : notnull
{
    internal FunctionParameter(string name, string? description) : base(name, description) { }

    internal override Type ClrType => typeof(T);

    internal override object? Read(Evaluator argument) => ScalarText.Read<T>(Type, argument);
}

/// <summary>The arguments of one call.</summary>
public sealed class FunctionArguments
{
    readonly IReadOnlyDictionary<FunctionParameter, object> _values;

    internal FunctionArguments(IReadOnlyDictionary<FunctionParameter, object> values) => _values = values;

    /// <summary>The argument of a parameter.</summary>
    public T Value<T>(FunctionParameter<T> parameter) where T : notnull => (T)_values[parameter];
}
