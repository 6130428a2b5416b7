using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>Letters to States as a table, a row each, for the mail merge of a word processor.</summary>
public static class MergeFile
{
    /// <summary>The table.</summary>
    /// <param name="states">Those written to; each has everything (<see cref="OverdueState.Missing"/> is empty).</param>
    /// <param name="deadline">The day by which an answer is asked for.</param>
    /// <param name="view">Where names of countries come from.</param>
    /// <param name="texts">The words, in the language of the letters.</param>
    public static Sheet Of(IReadOnlyList<OverdueState> states, DateOnly deadline, DirectoryView view, Texts texts)
    {
        var lines = states.Max(state => state.State.Record.Mission.Address.Lines.Count);
        return Sheet.Of(texts["Review.MergeSheet"], [.. Columns(lines, texts)], states.Select(state => Row(state, lines, deadline, view, texts)));
    }

    private static IEnumerable<SheetColumn> Columns(int lines, Texts texts) =>
    [
        new("State", texts["Review.MergeState"]), new("FormalName", texts["Review.MergeFormalName"]), new("Addressee", texts["Review.MergeAddressee"]),
        .. Enumerable.Range(1, lines).Select(line => new SheetColumn($"Line{line}", texts["Review.MergeLine", line])),
        new("PostalCode", texts["Review.MergePostalCode"]), new("City", texts["Review.MergeCity"]), new("Country", texts["Review.MergeCountry"]),
        new("Count", texts["Review.MergeCount"]), new("Entries", texts["Review.MergeEntries"]), new("Deadline", texts["Review.MergeDeadline"]),
    ];

    private static IReadOnlyList<string> Row(OverdueState state, int lines, DateOnly deadline, DirectoryView view, Texts texts)
    {
        var (record, mission) = (state.State.Record, state.State.Record.Mission);
        var entries = state.ToWriteAbout.ToList();
        return
        [
            record.Code, record.FormalName, mission.Addressee!,
            .. Enumerable.Range(0, lines).Select(line => mission.Address.Lines.ElementAtOrDefault(line) ?? ""),
            mission.Address.PostalCode ?? "", mission.Address.City!, view.State(mission.Address.CountryCode!) is { } country ? texts.Name(country.Record) : mission.Address.CountryCode!,
            texts.Number(entries.Count), string.Join(texts["Formats.Separator"], entries.Select(entry => entry.Record.Name)), texts.Day(deadline),
        ];
    }
}
