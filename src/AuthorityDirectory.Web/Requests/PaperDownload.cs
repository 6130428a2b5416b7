using AuthorityDirectory.Records;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Gives a paper to a browser, as a file to be saved and never to be shown as part of the site.</summary>
public static class PaperDownload
{
    /// <summary>The paper; 404 when there is none, or it is gone.</summary>
    public static async Task<IActionResult> DownloadAsync(this PageModel page, Attachments papers, Attachment? paper, CancellationToken cancellationToken) =>
        paper is not null && await papers.FindAsync(paper, cancellationToken) is { } bytes
            ? page.File(bytes, "application/pdf", paper.Name)
            : page.NotFound();
}
