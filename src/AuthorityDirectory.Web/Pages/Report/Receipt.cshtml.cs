using AuthorityDirectory.Web.Pages.Shared;
using AuthorityDirectory.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.Report;

/// <summary>What became of a report, for whoever has its receipt. It names nobody, and shows nothing that was typed.</summary>
public sealed class ReceiptModel(ReportBook book, CurrentView current, Texts texts) : FormPage(texts)
{
    /// <summary>The report; null while the store is away.</summary>
    public ReaderReport? Report { get; private set; }

    /// <summary>The line as it is now; null when it is gone.</summary>
    public ReportedLine? Line { get; private set; }

    public Task<IActionResult> OnGetAsync(string receipt, CancellationToken cancellationToken) => CarryOutAsync(async () =>
    {
        Response.Headers.CacheControl = "private, no-store";
        Report = await book.FindAsync(receipt.ToUpperInvariant(), cancellationToken);
        Line = ReportedLine.Find(current.View, Report?.LineId);
        return Report is null ? NotFound() : Page();
    });
}
