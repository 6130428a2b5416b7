using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Coverage;

/// <summary>Counts, in what the directory itself holds, the States parties with a current designation; published figures have no part in it.</summary>
public static class CoverageCount
{
    /// <summary>One count for each function, in the order of the list, over all parties of a view on its day.</summary>
    public static IReadOnlyList<FunctionCoverage> ByFunction(DirectoryView view) => Count(Parties(view));

    /// <summary>The same for each regional group, in the order of the list; parties that belong to none come last, without group.</summary>
    public static IReadOnlyList<GroupCoverage> ByRegionalGroup(DirectoryView view) =>
    [
        .. Codes.RegionalGroups.All.Select(group => (RegionalGroup?)group).Append(null)
            .Select(group => new GroupCoverage(group, Count([.. Parties(view).Where(state => state.Record.RegionalGroup == group)]))),
    ];

    private static StateEntry[] Parties(DirectoryView view) =>
        [.. view.States.Where(state => state.Record.ConventionStatus == ConventionStatus.Party)];

    private static FunctionCoverage[] Count(StateEntry[] parties) =>
    [
        .. from function in Codes.Functions.All
           let designated = parties.Select(state => state.Designations.Where(d => d.IsCurrent && d.Record.Function == function).ToList()).ToList()
           select new FunctionCoverage(
               function,
               designated.Count(of => of.Exists(designation => designation.Record.Instrument == Instrument.Uncac)),
               designated.Count(of => of.Count > 0),
               parties.Length),
    ];
}

/// <summary>How many parties have an authority for a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="UnderConvention">Parties with a current designation under the Convention.</param>
/// <param name="UnderAnyInstrument">Parties with a current designation under whatever instrument, stated or not; those under the Convention included.</param>
/// <param name="Parties">All parties, the European Union included: the denominator.</param>
public sealed record FunctionCoverage(Function Function, int UnderConvention, int UnderAnyInstrument, int Parties);

/// <summary>The counts for one regional group.</summary>
/// <param name="Group">Null for the parties that belong to none.</param>
/// <param name="Functions">One count for each function, in the order of the list.</param>
public sealed record GroupCoverage(RegionalGroup? Group, IReadOnlyList<FunctionCoverage> Functions);
