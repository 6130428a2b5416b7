using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>The entries of every State as one file: downloaded, and sent back to be checked.</summary>
[RequestSizeLimit(SheetUpload.MostOfForm)]
[RequestFormLimits(MultipartBodyLengthLimit = SheetUpload.MostOfForm)]
public sealed class ImportModel(CurrentSnapshot current, Caller caller, Texts texts, SpreadsheetLinks links, SheetChecker checker) : PageModel
{
    private readonly DirectoryView _view = current.Value.View(Audience.Secretariat);

    public Problems Problems { get; } = new();

    /// <summary>How many requests were submitted just before; 0 when none were.</summary>
    public int Submitted { get; private set; }

    private string Name => texts["Spreadsheet.ImportName", _view.Date.ToString("O", CultureInfo.InvariantCulture)];

    /// <summary>How many were submitted and accepted just before; 0 when none were.</summary>
    public int Accepted { get; private set; }

    public void OnGet(int submitted, int accepted) => (Submitted, Accepted) = (Math.Max(0, submitted), Math.Max(0, accepted));

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancellationToken) =>
        await SpreadsheetFile.XlsxAsync(_view.States, Name, texts["Spreadsheet.ImportAbout", texts.Day(_view.Date)], texts, cancellationToken);

    public async Task<IActionResult> OnGetCsvAsync(LineKind kind, CancellationToken cancellationToken) => ModelState.IsValid && Enum.IsDefined(kind)
        ? await SpreadsheetFile.CsvAsync(_view.States, kind, Name, texts, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        var (content, wrong) = await SheetUpload.ReadAsync(file, cancellationToken);
        if (content is null)
        {
            Problems.Add(texts[wrong!], "file");
            return Problems.Page(this);
        }

        return Redirect(links.Check(null, await checker.StartAsync(caller.Account!.Id, null, SheetUpload.NameOf(file!), content, texts.Language, cancellationToken)));
    }
}
