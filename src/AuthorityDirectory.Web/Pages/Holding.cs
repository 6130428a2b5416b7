using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages;

/// <summary>How many States have an authority for a function in the directory, counted apart by what the designation rests on.</summary>
public sealed record Holding(Function Function, int Convention, int Other, int Unnamed)
{
    public static Holding Of(Function function, DirectoryView view)
    {
        var current = view.Designations.Where(entry => entry.IsCurrent && entry.Record.Function == function).ToList();
        return new Holding(
            function,
            States(current, instrument => instrument == Instrument.Uncac),
            States(current, instrument => instrument is not (Instrument.Uncac or Instrument.NotStated)),
            States(current, instrument => instrument == Instrument.NotStated));
    }

    private static int States(IEnumerable<DesignationEntry> designations, Func<Instrument, bool> counts) =>
        designations.Where(entry => counts(entry.Record.Instrument)).Select(entry => entry.State).Distinct().Count();
}
