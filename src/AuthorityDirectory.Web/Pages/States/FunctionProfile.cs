using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.States;

/// <summary>The current designations of a State for one function, kept apart by what they rest on.</summary>
public sealed record FunctionProfile(
    Function Function,
    IReadOnlyList<DesignationEntry> UnderConvention,
    IReadOnlyList<DesignationEntry> UnderOther,
    IReadOnlyList<DesignationEntry> UnderUnnamed)
{
    public static FunctionProfile Of(Function function, StateEntry state)
    {
        var current = state.Designations.Where(entry => entry.IsCurrent && entry.Record.Function == function).ToList();
        return new FunctionProfile(
            function,
            [.. current.Where(entry => entry.Record.Instrument == Instrument.Uncac)],
            [.. current.Where(entry => entry.Record.Instrument is not (Instrument.Uncac or Instrument.NotStated))],
            [.. current.Where(entry => entry.Record.Instrument == Instrument.NotStated)]);
    }

    /// <summary>Whether any authority is held.</summary>
    public bool IsHeld => Parts.Any(part => part.Designations.Count > 0);

    /// <summary>Each part with the key of its heading, in the order of the page.</summary>
    public IEnumerable<(string Key, IReadOnlyList<DesignationEntry> Designations)> Parts =>
        [("Convention", UnderConvention), ("Other", UnderOther), ("Unnamed", UnderUnnamed)];
}
