using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Execution;

/// <summary>Some entities of a table: those of an entity set, or those that a navigation property leads to.</summary>
/// <param name="Set">The set that payloads name.</param>
/// <param name="Table">The table of the base set.</param>
/// <param name="Rows">Where they are, ascending; so in key order.</param>
sealed record EntityRows(EntitySet Set, EntityTable Table, int[] Rows)
{
    Evaluator? _instances;

    /// <summary>The entities as a list that a getter might return, made when it is first asked for.</summary>
    public Evaluator Instances => _instances ??= Table.Instances(Rows);
}
