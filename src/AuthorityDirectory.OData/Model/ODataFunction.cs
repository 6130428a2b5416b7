using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;

namespace AuthorityDirectory.OData.Model;

/// <summary>A function of the service root: values or entities that follow from a view and some arguments.</summary>
public abstract class ODataFunction
{
    private protected ODataFunction(string name, string? description, IReadOnlyList<FunctionParameter> parameters, ODataType result)
    {
        Name = name;
        Description = description;
        Parameters = parameters;
        Result = result;
    }

    /// <summary>The name in the URL.</summary>
    public string Name { get; }

    /// <summary>What <c>$metadata</c> says of it, if anything.</summary>
    public string? Description { get; }

    /// <summary>The parameters; together with the name they tell overloads apart.</summary>
    public IReadOnlyList<FunctionParameter> Parameters { get; }

    /// <summary>The type of each of the values that it returns.</summary>
    public ODataType Result { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}({string.Join(',', Parameters.Select(parameter => parameter.Name))})";

    /// <summary>The values, as a list that a getter might return.</summary>
    internal abstract Evaluator Call(object view, FunctionArguments arguments);

    /// <summary>Where the entities that it returns are in the table of their base set, ascending.</summary>
    internal abstract int[] Rows(object view, FunctionArguments arguments, EntityTable table);
}

sealed class ODataFunction<TView, T>(
    string name, string? description, IReadOnlyList<FunctionParameter> parameters, ODataType result, Func<TView, FunctionArguments, IReadOnlyList<T>> function)
    : ODataFunction(name, description, parameters, result)
    where T : notnull
{
    internal override Evaluator Call(object view, FunctionArguments arguments) => new Constant<IReadOnlyList<T>>(function((TView)view, arguments));

    internal override int[] Rows(object view, FunctionArguments arguments, EntityTable table)
    {
        int[] rows = [.. function((TView)view, arguments).Select(entity => RowsOf.Entity(entity, table, Name))];
        Array.Sort(rows);
        return rows;
    }
}
