using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Binding;

/// <summary>Asks the model's search function for each term and puts the answers together.</summary>
sealed class SearchBinder(object view, EntitySource set, EntityTable table)
{
    /// <summary>The rows that match, best match of the first term first.</summary>
    public FoundRows Find(SearchSyntax search)
    {
        if (set is not EntitySet { IsSearchable: true } searchable)
            throw search.At.NotImplemented($"$search is not implemented for {set.Name}; use $filter with contains");
        return new FoundRows(Find(search, searchable), table.Count);
    }

    IReadOnlyList<int> Find(SearchSyntax search, EntitySet searchable) => search switch
    {
        SearchTerm term => [.. searchable.Search(view, table, term.Text).Distinct()],
        SearchAnd and => [.. Find(and.Left, searchable).Intersect(Find(and.Right, searchable))],
        SearchOr or => [.. Find(or.Left, searchable).Union(Find(or.Right, searchable))],
        SearchNot not => [.. Enumerable.Range(0, table.Count).Except(Find(not.Operand, searchable))],
        _ => throw new InvalidOperationException($"{search.GetType().Name} is no search expression."),
    };
}
