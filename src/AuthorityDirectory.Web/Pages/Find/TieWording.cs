using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Web.Pages.Shared;

namespace AuthorityDirectory.Web.Pages.Find;

/// <summary>What a route rests on, in words.</summary>
public static class TieWording
{
    /// <summary>The instrument with whether it binds both States; of a law, or where none is named, the instrument alone.</summary>
    public static string TieOf(this Texts texts, Ground ground)
    {
        var instrument = texts.InstrumentOf(ground.Designation.Record);
        return ground.Designation.Record.Instrument is Instrument.NationalLaw or Instrument.NotStated ? instrument : texts[$"Find.Tie_{ground.Tie}", instrument];
    }
}
