using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>What a file would change of one State, a part of it at a time.</summary>
/// <param name="Check">The check.</param>
/// <param name="StateCode">The State.</param>
/// <param name="All">Every row that would change something.</param>
/// <param name="View">What the Secretariat sees.</param>
/// <param name="Asked">The part that was asked for, from 1.</param>
/// <param name="Texts">The words.</param>
public sealed record SheetRows(SheetCheck Check, string StateCode, IReadOnlyList<RowChange> All, DirectoryView View, int Asked, Texts Texts)
{
    private const int InPart = 200;

    private IReadOnlyList<FieldFault> _faults = [];

    /// <summary>How many parts there are.</summary>
    public int Parts => (All.Count + InPart - 1) / InPart;

    /// <summary>The part that is shown.</summary>
    public int Part => Math.Clamp(Asked, 1, Math.Max(1, Parts));

    /// <summary>The changes of the part, each with its row.</summary>
    public Difference Shown
    {
        get
        {
            var places = All.ToDictionary(row => row.Change.LineId, row => row.Row, StringComparer.Ordinal);
            var request = new ChangeRequest { Id = Check.Id, StateCode = StateCode, Changes = [.. All.Skip((Part - 1) * InPart).Take(InPart).Select(row => row.Change)] };
            return new(request, View, _faults) { Place = change => Texts["Spreadsheet.Place", places[change.LineId].Sheet, places[change.LineId].Row ?? 1] };
        }
    }

    /// <summary>The kind of a line that would change.</summary>
    public LineKind KindOf(string lineId) => All.First(row => row.Change.LineId == lineId).Change.Kind;

    /// <summary>With what was found wrong when the changes were submitted.</summary>
    public SheetRows With(IReadOnlyList<FieldFault> faults) => this with { _faults = faults };

    /// <summary>The first and last change of a part, from 1.</summary>
    public (int First, int Last) RowsOf(int part) => (((part - 1) * InPart) + 1, Math.Min(part * InPart, All.Count));
}
