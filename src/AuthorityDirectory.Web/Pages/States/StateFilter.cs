using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.States;

/// <summary>What the list of States is narrowed to; null narrows nothing.</summary>
public sealed record StateFilter(string? Text = null, RegionalGroup? Region = null, ConventionStatus? Status = null, Function? Function = null)
{
    /// <summary>The States that pass, in the order of the view.</summary>
    public IEnumerable<StateEntry> Of(DirectoryView view)
    {
        var named = Text is null ? null : view.Search(Text, int.MaxValue).Select(hit => hit.State).ToHashSet();
        return view.States.Where(entry => named is null || named.Contains(entry)).Where(Passes);
    }

    /// <summary>The same as an OData filter, with what goes before it; empty when nothing is narrowed.</summary>
    public string DataFilter(string before)
    {
        var parts = new[]
        {
            Text is { } text ? $"contains(tolower(Name/En),{DirectoryLinks.Literal(text.ToLowerInvariant())})" : null,
            Region is { } region ? $"RegionalGroup eq '{region}'" : null,
            Status is { } status ? $"ConventionStatus eq '{status}'" : null,
            Function is { } function ? $"Authorities/any(a:a/Functions/any(f:f eq '{function}'))" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : before + string.Join(" and ", parts);
    }

    private bool Passes(StateEntry entry) =>
        (Region is null || entry.Record.RegionalGroup == Region)
        && (Status is null || entry.Record.ConventionStatus == Status)
        && (Function is null || entry.Designations.Any(d => d.IsCurrent && d.Record.Function == Function));
}
