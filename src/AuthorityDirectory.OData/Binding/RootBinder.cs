using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>What <c>$root/…</c> leads to within an expression (URL conventions 4.01, section 5.1.1.15.3).</summary>
sealed class RootBinder(BindingContext context)
{
    /// <param name="name">The entity set or singleton.</param>
    /// <param name="key">What stands in brackets behind it; null when there are none.</param>
    /// <param name="at">Where it is written.</param>
    public Operand Bind(string name, IReadOnlyList<ExpressionSyntax>? key, Location at) => context.Model.Find(name) switch
    {
        EntitySet set when key is null => new Operand(set.Type, context.Snapshot[set].Instances, at) { IsCollection = true },
        EntitySet set => Entity(context.Snapshot[set], new KeyBinder(context).Bind(set.Type, key, at), at),
        Singleton singleton when key is null => Entity(context.Snapshot[singleton], 0, at),
        Singleton => throw at.Invalid(ErrorCode.Syntax, $"{name} is one entity and takes no key"),
        _ when context.Model.FindFunctions(name).Count > 0 => throw at.NotImplemented("Functions of the service within an expression are not implemented"),
        _ => throw at.Invalid(ErrorCode.UnknownName, Suggestions.Append($"This service has no '{name}'", name, context.Model.Sources.Select(source => source.Name))),
    };

    static Operand Entity(EntityRows entities, KeyValue key, Location at)
    {
        var row = entities.Table.Find(key);
        return Entity(entities.Table, row >= 0 && Array.BinarySearch(entities.Rows, row) >= 0 ? row : -1, at);
    }

    /// <summary>The entity of a row; null when the row is negative.</summary>
    static Operand Entity(EntityTable table, int row, Location at)
    {
        var variable = table.Type.Elements.Variable();
        if (row >= 0)
            table.Cursor(variable).MoveTo(row);
        return new Operand(table.Type, variable, at);
    }
}
