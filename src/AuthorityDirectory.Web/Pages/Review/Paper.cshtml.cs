using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>The paper that a request rests on, as a file: a reader of the caller's own opens it, never a page of the directory.</summary>
public sealed class PaperModel(CurrentSnapshot current, Attachments papers) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        current.Value.Register.Request(id)?.Attachment is { } paper && await papers.FindAsync(paper, cancellationToken) is { } bytes
            ? File(bytes, "application/pdf", paper.Name)
            : NotFound();
}
