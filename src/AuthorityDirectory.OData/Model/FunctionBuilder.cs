namespace AuthorityDirectory.OData.Model;

/// <summary>Declares one function, or one overload of it.</summary>
/// <typeparam name="TView">What a request reads.</typeparam>
/// <example>
/// <code>
/// model.Function("LitSince", f =>
/// {
///     var day = f.Parameter&lt;DateOnly&gt;("day", "The first day.");
///     f.Returns((coast, call) => coast.LitSince(call.Value(day)));
/// });
/// </code>
/// </example>
public sealed class FunctionBuilder<TView>
    where TView : class
{
    readonly string _name;
    readonly List<FunctionParameter> _parameters = [];
    Func<TypeCatalogue, string?, ODataFunction>? _make;

    internal FunctionBuilder(string name) => _name = name;

    /// <summary>Declares a parameter.</summary>
    /// <typeparam name="T">A primitive value or a declared enumeration.</typeparam>
    /// <param name="name">The name in the URL.</param>
    /// <param name="description">What <c>$metadata</c> says of it.</param>
    public FunctionParameter<T> Parameter<T>(string name, string? description = null) where T : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var parameter = new FunctionParameter<T>(name, description);
        _parameters.Add(parameter);
        return parameter;
    }

    /// <summary>What the function returns: values in a meaningful order, or entities of the base set of their type, which are answered in key order.</summary>
    /// <param name="function">Called for each request, on any thread; it must neither block nor throw.</param>
    public void Returns<T>(Func<TView, FunctionArguments, IReadOnlyList<T>> function) where T : notnull =>
        _make = (types, description) => new ODataFunction<TView, T>(_name, description, _parameters, types.Of(typeof(T), _name), function);

    internal ODataFunction Build(TypeCatalogue types, string? description)
    {
        _parameters.ForEach(parameter => parameter.Resolve(types));
        return _make?.Invoke(types, description) ?? throw new ModelException($"The function {_name} returns nothing.");
    }
}
