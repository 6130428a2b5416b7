using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>The requests that wait for the Secretariat: what misleads first, then the oldest.</summary>
public sealed class QueueModel(CurrentSnapshot current, Texts texts) : PageModel
{
    /// <summary>Those to be shown.</summary>
    public IReadOnlyList<WaitingRequest> Waiting { get; private set; } = [];

    /// <summary>The State whose requests are shown; null for all.</summary>
    public string? StateCode { get; private set; }

    /// <summary>The States of which something waits, by name.</summary>
    public IReadOnlyList<State> States { get; private set; } = [];

    /// <summary>Accepted for a day that has not come, the next first.</summary>
    public IReadOnlyList<WaitingRequest> Later { get; private set; } = [];

    /// <summary>What became of the request that was decided a moment ago, as a sentence; null when none was.</summary>
    public string? Done { get; private set; }

    /// <summary>Whether the State could not be told by letter.</summary>
    public bool IsUntold { get; private set; }

    public void OnGet(string? state, string? done, string? told)
    {
        var snapshot = current.Value;
        var queue = WaitingRequest.Queue(snapshot);
        StateCode = string.IsNullOrEmpty(state) ? null : state;
        Waiting = [.. queue.Where(waiting => StateCode is null || waiting.Request.StateCode == StateCode)];
        States = [.. queue.Select(waiting => waiting.State.Record).DistinctBy(each => each.Code).OrderBy(texts.Name, StringComparer.Create(texts.Language.Culture, ignoreCase: true))];
        Later = [.. snapshot.Register.Requests.Where(request => request is { Status: RequestStatus.Accepted, AppliedOn: null }).OrderBy(request => request.EffectiveOn).Select(request => WaitingRequest.Of(request, snapshot)).OfType<WaitingRequest>()];
        Done = done is not null && snapshot.Register.Request(done) is { } request && WaitingRequest.Of(request, snapshot) is { } decided ? Sentence(decided) : null;
        IsUntold = told == "no";
    }

    private string Sentence(WaitingRequest decided)
    {
        var state = texts.InSentence(decided.State.Record);
        return decided.Request switch
        {
            { Status: RequestStatus.Accepted, AppliedOn: null, EffectiveOn: { } day } => texts["Review.DoneLater", state, texts.Day(day)],
            { Status: RequestStatus.Accepted } => texts["Review.DoneAccepted", state],
            { Status: RequestStatus.Returned } => texts["Review.DoneReturned", state],
            { Status: RequestStatus.Submitted, FirstAcceptedBy: not null } => texts["Review.DoneFirst", state],
            _ => texts["Review.DoneWaits", state],
        };
    }
}
