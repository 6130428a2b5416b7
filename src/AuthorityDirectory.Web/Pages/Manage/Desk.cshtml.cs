using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Pages.States;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>A State's desk: what is to be done, what waits, and its entries as its people or as the public see them.</summary>
public sealed class DeskModel(StateDesk desk, RequestDrafts drafts, LineWords words) : PageModel
{
    private const string Public = "public";

    public StateEntry State { get; private set; } = null!;

    /// <summary>The State as it is shown: its own view, or the public's.</summary>
    public StateEntry Shown { get; private set; } = null!;

    public bool AsPublic => Shown != State;

    public IReadOnlyList<ChangeRequest> Waiting { get; private set; } = [];

    public IReadOnlyList<KeptDraft> Drafts { get; private set; } = [];

    /// <summary>The functions for which nothing is held under the Convention.</summary>
    public IEnumerable<Function> NotHeld => Codes.Functions.All.Where(function => FunctionProfile.Of(function, State).UnderConvention.Count == 0);

    /// <summary>What of the entries waits for the State's word, by freshness, the most pressing first.</summary>
    public IEnumerable<(Freshness Freshness, IReadOnlyList<AuthorityEntry> Entries)> ToConfirm =>
        from freshness in new[] { Freshness.Overdue, Freshness.Due, Freshness.NeverConfirmed }
        let entries = State.Authorities.Where(entry => entry.Freshness == freshness).ToList()
        where entries.Count > 0
        select (freshness, (IReadOnlyList<AuthorityEntry>)entries);

    public async Task<IActionResult> OnGetAsync(string state, [FromQuery(Name = "as")] string? seenAs, CancellationToken cancellationToken)
    {
        if (desk.State(state) is not { } entry)
        {
            return NotFound();
        }

        State = entry;
        Shown = seenAs == Public ? desk.Snapshot.View(Audience.Public).State(state)! : entry;
        Waiting = desk.Waiting(state);
        Drafts = [.. (await drafts.ListAsync(state, cancellationToken)).Where(IsWritten)];
        return Page();
    }

    /// <summary>The lines that a request or draft is about, by their names.</summary>
    public IEnumerable<string> LinesOf(ChangeRequest request)
    {
        var difference = new Difference(request, desk.View);
        return request.Changes.Select(change => words.Name(difference, change));
    }

    /// <summary>The requests that are about an entry.</summary>
    public IEnumerable<ChangeRequest> WaitingFor(string id) => Waiting.Where(request => request.Changes.Any(change => change.RecordId == id || change.LineId == id));

    /// <summary>Whether a draft is still one: submitting writes the request first, and takes the draft away after.</summary>
    private bool IsWritten(KeptDraft kept) => desk.Snapshot.Register.Request(kept.Draft.Id) is null or { Status: RequestStatus.Returned };
}
