using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>One request: what it changes beside what it rests on, to be accepted or given back.</summary>
public sealed class RequestModel(CurrentSnapshot current, LedgerWriter writer, Caller caller, ReviewOptions options, ReturnLetters letters, DirectoryLinks links, Texts texts, TimeProvider time) : PageModel
{
    /// <summary>The request.</summary>
    public WaitingRequest Waiting { get; private set; } = null!;

    /// <summary>What it changes, with what stands against it now.</summary>
    public Difference Difference { get; private set; } = null!;

    /// <summary>Other requests that wait, for a decision or for their day, and are about a line of this one.</summary>
    public IReadOnlyList<ChangeRequest> Rivals { get; private set; } = [];

    /// <summary>Why what was asked for was not done.</summary>
    public Problems Problems { get; } = new();

    /// <summary>Why it is given back, as it was typed.</summary>
    public string? Reason { get; private set; }

    /// <summary>Whether it waits for a decision.</summary>
    public bool IsOpen => Waiting.Request.Status == RequestStatus.Submitted;

    /// <summary>Whether somebody else must accept it.</summary>
    public bool NeedsAnother => options.FourEyes && caller.Account!.Id is { } id && (id == Waiting.Request.SubmittedBy || id == Waiting.Request.FirstAcceptedBy);

    /// <summary>Whether two people accept.</summary>
    public bool HasFourEyes => options.FourEyes;

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await writer.WriteAsync(snapshot => RequestRules.Accept(snapshot, caller.Account!, id, time.GetUtcNow(), options.FourEyes), cancellationToken: cancellationToken);
        return outcome.IsWritten ? Redirect($"{links.Review}?done={id}") : Again(id, outcome);
    }

    public async Task<IActionResult> OnPostReturnAsync(string id, string? reason, CancellationToken cancellationToken)
    {
        Reason = reason;
        if (string.IsNullOrWhiteSpace(reason) && Find(id))
        {
            Problems.Add(texts["Review.ReasonMissing"], "reason");
            return Problems.Page(this);
        }

        var outcome = await writer.WriteAsync(snapshot => RequestRules.Return(snapshot, caller.Account!, id, reason, time.GetUtcNow()), cancellationToken: cancellationToken);
        return outcome.IsWritten ? Redirect($"{links.Review}?done={id}{(await letters.SendAsync(id, cancellationToken) ? "" : "&told=no")}") : Again(id, outcome);
    }

    private IActionResult Again(string id, WriteOutcome outcome)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        Problems.Add(outcome.Refusal?.Message ?? outcome.Reason ?? "", outcome.Refusal?.Faults is { Count: > 0 } faults ? $"line-{faults[0].LineId}" : null, Problems.StatusOf(outcome));
        return Problems.Page(this);
    }

    private bool Find(string id)
    {
        var snapshot = current.Value;
        if (snapshot.Register.Request(id) is not { } request || WaitingRequest.Of(request, snapshot) is not { } waiting)
        {
            return false;
        }

        var view = snapshot.View(Audience.Secretariat);
        Waiting = waiting;
        Difference = new(request, view, IsOpen ? RequestEffect.Of(request, view).Faults : []);
        Rivals = !IsOpen ? [] : [.. snapshot.Register.RequestsOf(request.StateCode).Where(other => other.Id != id && (other is { Status: RequestStatus.Submitted } or { Status: RequestStatus.Accepted, AppliedOn: null }) && SharesLine(other, request))];
        return true;
    }

    private static bool SharesLine(ChangeRequest one, ChangeRequest other) =>
        one.Changes.Where(change => change.Act != LineAct.Add).Any(change => other.Changes.Any(each => each.LineId == change.LineId));
}
