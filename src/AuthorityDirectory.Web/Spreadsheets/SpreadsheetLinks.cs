using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>The addresses of spreadsheets, of one State and of all.</summary>
public sealed class SpreadsheetLinks(DirectoryLinks links)
{
    /// <summary>Where a State's entries are downloaded and sent back; null for those of every State.</summary>
    public string Page(string? state) => state is null ? $"{links.Review}/import" : $"{links.Manage}/{state}/spreadsheet";

    /// <summary>The workbook.</summary>
    public string Xlsx(string? state) => $"{Page(state)}?handler=Xlsx";

    /// <summary>The CSV file of one kind of line.</summary>
    public string Csv(string? state, LineKind kind) => $"{Page(state)}?handler=Csv&kind={kind}";

    /// <summary>The check of a file.</summary>
    public string Check(string? state, string id) => $"{Page(state)}/{id}";

    /// <summary>A part of what a file would change.</summary>
    public string Part(string? state, string id, int part) => $"{Check(state, id)}?part={part}";

    /// <summary>What a file would change of one State among several.</summary>
    public string OfState(string id, string state, int part = 1) => $"{Check(null, id)}?of={state}&part={part}";

    /// <summary>The desk to go back to.</summary>
    public string Desk(string? state) => state is null ? links.Review : $"{links.Manage}/{state}";

    /// <summary>A draft at a State's desk.</summary>
    public string Draft(string state, string id) => $"{Desk(state)}/drafts/{id}";

    /// <summary>A request at a State's desk.</summary>
    public string Request(string state, string id) => $"{Desk(state)}/requests/{id}";

    /// <summary>Where an import says that it is submitted, and the next can follow.</summary>
    public string Imported(int requests, bool areAccepted) => $"{Page(null)}?{(areAccepted ? "accepted" : "submitted")}={requests}";
}
