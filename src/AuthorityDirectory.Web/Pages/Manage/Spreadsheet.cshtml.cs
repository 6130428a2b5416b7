using System.Globalization;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>A State's entries as a file: downloaded, and sent back to be checked.</summary>
[RequestSizeLimit(SheetUpload.MostOfForm)]
[RequestFormLimits(MultipartBodyLengthLimit = SheetUpload.MostOfForm)]
public sealed class SpreadsheetModel(CurrentSnapshot current, Caller caller, Texts texts, SpreadsheetLinks links, SheetChecker checker) : PageModel
{
    private readonly DirectoryView _view = current.Value.View(Audience.Secretariat);

    public StateEntry State { get; private set; } = null!;

    public Problems Problems { get; } = new();

    private string Name => texts["Spreadsheet.Name", State.Record.Code, _view.Date.ToString("O", CultureInfo.InvariantCulture)];

    public IActionResult OnGet(string state) => Found(state) ? Page() : NotFound();

    public async Task<IActionResult> OnGetXlsxAsync(string state, CancellationToken cancellationToken) => Found(state)
        ? await SpreadsheetFile.XlsxAsync([State], Name, texts["Spreadsheet.About", texts.InSentence(State.Record), texts.Day(_view.Date)], texts, cancellationToken) : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(string state, LineKind kind, CancellationToken cancellationToken) => Found(state) && ModelState.IsValid && Enum.IsDefined(kind)
        ? await SpreadsheetFile.CsvAsync([State], kind, Name, texts, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(string state, IFormFile? file, CancellationToken cancellationToken)
    {
        if (!Found(state))
        {
            return NotFound();
        }

        if (!caller.May(Permission.Request, state))
        {
            return Forbid();
        }

        var (content, wrong) = await SheetUpload.ReadAsync(file, cancellationToken);
        if (content is null)
        {
            Problems.Add(texts[wrong!], "file");
            return Problems.Page(this);
        }

        return Redirect(links.Check(state, await checker.StartAsync(caller.Account!.Id, state, SheetUpload.NameOf(file!), content, texts.Language, cancellationToken)));
    }

    private bool Found(string code)
    {
        State = _view.State(code)!;
        return State is not null;
    }
}
