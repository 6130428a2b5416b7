using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Execution;

/// <summary>Where the entities are that a navigation property leads to.</summary>
abstract class NavigationReader
{
    /// <summary>The rows of the related entities in the target's base set, ascending; none when there is no owner.</summary>
    public abstract int[] Rows();
}

sealed class SingleReader<T>(Evaluator<T> target, EntityTable table, string name) : NavigationReader
    where T : class
{
    public override int[] Rows() => target.TryGet(out var entity) ? [RowsOf.Entity(entity, table, name)] : [];
}

sealed class CollectionReader<T>(Evaluator<IReadOnlyList<T>> targets, EntityTable table, string name) : NavigationReader
    where T : class
{
    public override int[] Rows() => targets.TryGet(out var entities) ? RowsOf.Entities(entities, table, name) : [];
}

/// <summary>Finds entities in the table that holds them.</summary>
static class RowsOf
{
    public static int[] Entities<T>(IReadOnlyList<T> entities, EntityTable table, string from) where T : class
    {
        var rows = new int[entities.Count];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Entity(entities[i], table, from);
        Array.Sort(rows);
        return rows;
    }

    public static int Entity(object entity, EntityTable table, string from) => table.RowOf(entity) is >= 0 and var row
        ? row
        : throw new ModelException($"{from} leads to an entity of {table.Type} that its base set does not hold.");
}
