using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>A request that was submitted: what became of it, and what can be done with it now.</summary>
public sealed class RequestModel(StateDesk desk, RequestDrafts drafts, Attachments papers, LedgerWriter writer, TimeProvider time, Texts texts, DeskLinks links) : PageModel
{
    public StateEntry State { get; private set; } = null!;

    public ChangeRequest Asked { get; private set; } = null!;

    public Difference Difference { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public Problems Problems { get; } = new();

    /// <summary>Whether it can be taken back.</summary>
    public bool CanWithdraw => Asked is { Status: RequestStatus.Submitted or RequestStatus.Returned } or { Status: RequestStatus.Accepted, AppliedOn: null };

    public IActionResult OnGet(string state, string id) => Find(state, id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPaperAsync(string state, string id, CancellationToken cancellationToken) =>
        Find(state, id) ? await this.DownloadAsync(papers, Asked.Attachment, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (!Find(state, id))
        {
            return NotFound();
        }

        Reason = Request.Form["reason"].ToString();
        if (WrittenForms.Tidy(Reason) is var reason && (reason.Length > DraftSource.MostOfReason || !WrittenForms.IsUnicode(reason) || reason.Any(letter => letter != '\n' && WrittenForms.IsForbidden(letter))))
        {
            Problems.Add(texts["Request.BadReason", DraftSource.MostOfReason], "reason");
            return Problems.Page(this);
        }

        var outcome = await writer.WriteAsync(snapshot => RequestRules.Withdraw(snapshot, desk.Account, id, Reason, time.GetUtcNow()), cancellationToken: cancellationToken);
        if (outcome.IsWritten)
        {
            return Redirect(links.Request(state, id));
        }

        Problems.Add(outcome, fault => fault.ToString());
        return Problems.Page(this);
    }

    /// <summary>Makes a draft of a request that was given back, or goes on with the one that somebody made.</summary>
    public async Task<IActionResult> OnPostReviseAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (!Find(state, id))
        {
            return NotFound();
        }

        if (Asked.Status != RequestStatus.Returned)
        {
            Problems.Add(texts["Request.NotReturned"], null, StatusCodes.Status409Conflict);
            return Problems.Page(this);
        }

        await drafts.WriteAsync(RequestDraft.Of(Asked), "", desk.Account.Id, cancellationToken);
        return Redirect(links.Draft(state, id));
    }

    private bool Find(string state, string id)
    {
        if (desk.State(state) is not { } entry || desk.Request(state, id) is not { } request)
        {
            return false;
        }

        (State, Asked) = (entry, request);
        Difference = new(request, desk.View, request.Status == RequestStatus.Submitted ? RequestEffect.Of(request, desk.View).Faults : []);
        return true;
    }
}
