using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Reports;

/// <summary>A line as it is named to whoever reports an error in it or answers that.</summary>
/// <param name="State">Its State.</param>
/// <param name="Authority">Its authority; null for the State's own lines.</param>
/// <param name="Line">The line.</param>
public sealed record ReportedLine(StateEntry State, AuthorityEntry? Authority, Line Line)
{
    /// <summary>The line with this id; null when the view holds none.</summary>
    public static ReportedLine? Find(DirectoryView view, string? id) =>
        id is { Length: >= 2 and <= 40 } && view.State(id[..2]) is { } state && Line.Find(state, id) is { } line
            ? new(state, view.Authority(line.RecordId), line)
            : null;

    /// <summary>Where it is shown.</summary>
    public string Page(DirectoryLinks links) => Authority is { } authority ? links.Authority(authority.Record.Id) : links.State(State.Record.Code);

    /// <summary>What it says, in a few words.</summary>
    public string Text(Texts texts) => Line.Part switch
    {
        ContactPoint contact => texts["Report.Line_ContactPoint", texts.Label(Codes.ContactKinds, contact.Kind), contact.Value],
        Designation designation => texts["Report.Line_Designation", texts.Label(Codes.Functions, designation.Function)],
        Notice notice => texts["Report.Line_Notice", notice.Text],
        Authority authority => texts["Report.Line_Authority", authority.Name],
        _ => texts["Report.Line_State"],
    };
}
