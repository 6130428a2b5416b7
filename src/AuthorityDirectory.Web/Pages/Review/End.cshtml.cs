using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>Closes, merges or withdraws an entry, or lets another succeed it: a request that the Secretariat submits and accepts in one go, or that waits for a second person.</summary>
public sealed class EndModel(CurrentSnapshot current, LedgerWriter writer, Caller caller, ReviewOptions options, FaultWords words, DirectoryLinks links, Texts texts, TimeProvider time) : PageModel
{
    /// <summary>The entry.</summary>
    public AuthorityEntry Entry { get; private set; } = null!;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public EndForm Form { get; set; } = new();

    /// <summary>Why nothing was done.</summary>
    public Problems Problems { get; } = new();

    /// <summary>Whether a second person accepts.</summary>
    public bool HasFourEyes => options.FourEyes;

    public IActionResult OnGet(string id)
    {
        Form = new() { RequestId = RequestDrafts.NewId(), LastDay = $"{current.Value.Date:yyyy-MM-dd}" };
        return Find(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        Check();
        if (Problems.Any)
        {
            return Problems.Page(this);
        }

        var request = Form.ToRequest(Entry);
        var outcome = await writer.WriteAsync(snapshot => RequestRules.Submit(snapshot, caller.Account!, request, time.GetUtcNow()), request.Id, cancellationToken);
        if (!outcome.IsWritten)
        {
            return Refused(outcome);
        }

        if (!options.FourEyes)
        {
            await writer.WriteAsync(snapshot => RequestRules.Accept(snapshot, caller.Account!, request.Id, time.GetUtcNow(), fourEyes: false), request.Id + ":accept", cancellationToken);
        }

        return Redirect($"{links.Review}?done={request.Id}");
    }

    private void Check()
    {
        Need(Codes.AuthorityStatuses.Parse(Form.Status) is { } status && EntryEnd.Choices.Contains(status), "Review.StatusMissing", "status");
        Need(Form.Status == nameof(AuthorityStatus.Closed) || !string.IsNullOrEmpty(Form.SuccessorId), "Review.SuccessorMissing", "successor");
        Need(DraftSource.DayOf(Form.LastDay ?? "") is not null, "Review.LastDayFault", "last-day");
        Need(Codes.SourceKinds.Parse(Form.Kind) is not null, "Review.KindMissing", "kind");
        Need(DraftSource.DayOf(Form.AsOf ?? "") is not null, "Review.AsOfFault", "as-of");
        Need(!string.IsNullOrWhiteSpace(Form.Reference), "Review.ReferenceMissing", "reference");
        Need(!string.IsNullOrWhiteSpace(Form.Reason), "Review.WhyMissing", "why");
    }

    private void Need(bool isThere, string sentence, string anchor)
    {
        if (!isThere)
        {
            Problems.Add(texts[sentence], anchor);
        }
    }

    private PageResult Refused(WriteOutcome outcome)
    {
        var view = current.Value.View(Audience.Secretariat);
        Problems.Add(outcome, fault => words.Sentence(fault, fault.LineId == Entry.Record.Id ? LineKind.Authority : LineKind.Designation, view), fault => fault.Field == "SuccessorId" ? "successor" : "last-day");
        return Problems.Page(this);
    }

    private bool Find(string id)
    {
        Entry = current.Value.View(Audience.Secretariat).Authority(id)!;
        return Entry is not null;
    }
}

/// <summary>The form of <see cref="EndModel"/>, as it was typed.</summary>
public sealed class EndForm
{
    /// <summary>The id that the request will have, so that sending the form twice makes one.</summary>
    public string RequestId { get; set; } = "";

    /// <summary>What becomes of the entry.</summary>
    public string? Status { get; set; }

    /// <summary>Who took over.</summary>
    public string? SuccessorId { get; set; }

    /// <summary>The last day of its designations.</summary>
    public string? LastDay { get; set; }

    /// <summary>The kind of paper.</summary>
    public string? Kind { get; set; }

    /// <summary>Its reference.</summary>
    public string? Reference { get; set; }

    /// <summary>Its day.</summary>
    public string? AsOf { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>As a request; every text was checked to be there.</summary>
    public ChangeRequest ToRequest(AuthorityEntry entry) => new()
    {
        Id = RequestId,
        StateCode = entry.Record.StateCode,
        Changes = new EntryEnd(Codes.AuthorityStatuses.Parse(Status)!.Value, string.IsNullOrEmpty(SuccessorId) ? null : SuccessorId, DraftSource.DayOf(LastDay!)!.Value).Changes(entry),
        Source = new(Codes.SourceKinds.Parse(Kind)!.Value, WrittenForms.Tidy(Reference!), AsOf: DraftSource.DayOf(AsOf!), AsOfPrecision: DatePrecision.Day),
        Reason = WrittenForms.Tidy(Reason!),
    };
}
