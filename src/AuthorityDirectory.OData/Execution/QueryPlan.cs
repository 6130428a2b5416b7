using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Execution;

/// <summary>How to answer for some entities of a table: which, in what order, how many, and what of each.</summary>
/// <param name="Entity">What is written of each entity, and the variable that filter and order are about.</param>
sealed record QueryPlan(EntityPlan Entity)
{
    /// <summary>What has to hold beside <see cref="Kept"/>; null when nothing has to.</summary>
    public Evaluator<bool>? Filter { get; init; }

    /// <summary>Conditions that have to hold, whose rows are kept with the view.</summary>
    public IReadOnlyList<KeptCondition> Kept { get; init; } = [];

    public bool HasFilter => Filter is not null || Kept.Count > 0;

    /// <summary>Spends the steps of one evaluation of the filter and the sort keys.</summary>
    public required Meter Meter { get; init; }

    public IReadOnlyList<SortKey> OrderBy { get; init; } = [];

    /// <summary>What a search found; null when there is no search.</summary>
    public FoundRows? Found { get; init; }

    public long? Top { get; init; }
    public long Skip { get; init; }

    /// <summary>Whether the answer says how many there are without <c>$top</c> and <c>$skip</c>.</summary>
    public bool HasCount { get; init; }

    public ValueSyntax<string>? SkipToken { get; init; }

    /// <summary>What a token of this query has to say of it.</summary>
    public required QueryMark Mark { get; init; }
}

/// <summary>What is written of one entity.</summary>
/// <param name="Table">Where it is.</param>
/// <param name="Cursor">Puts a row into the variable that <paramref name="Parts"/> and <paramref name="Expansions"/> read.</param>
/// <param name="Parts">The properties; null for all of them as stored.</param>
/// <param name="Computed">The properties that <c>$compute</c> adds.</param>
/// <param name="HasKey">Whether the key is among the properties.</param>
/// <param name="Expansions">The related entities that are written within it.</param>
/// <param name="Links">The navigation properties that full metadata links to without expanding them.</param>
/// <param name="SelectList">What a context URL says of the selection, in brackets; empty when it says nothing.</param>
sealed record EntityPlan(
    EntityTable Table, RowCursor Cursor, IReadOnlyList<PropertyPart>? Parts, IReadOnlyList<ComputedWriter> Computed, bool HasKey, IReadOnlyList<Expansion> Expansions, IReadOnlyList<NavigationProperty> Links, string SelectList);

/// <summary>One property of an entity: as stored, or by a writer when the request wants another form of it.</summary>
sealed record PropertyPart(int Index, PropertyWriter? Writer);

/// <summary>What of the related entities is written.</summary>
enum ExpansionForm
{
    Entities,
    References,
    Count,
}

/// <summary>Related entities within an entity.</summary>
/// <param name="Property">What leads to them.</param>
/// <param name="Target">The set that holds them.</param>
/// <param name="Reader">Finds them.</param>
/// <param name="Form">What of them is written.</param>
/// <param name="Query">Which of them, and how.</param>
/// <param name="Next">The URLs of those that do not fit into the answer.</param>
sealed record Expansion(NavigationProperty Property, EntitySet Target, NavigationReader Reader, ExpansionForm Form, QueryPlan Query, NextLink Next);
