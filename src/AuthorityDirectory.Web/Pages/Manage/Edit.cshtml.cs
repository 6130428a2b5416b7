using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Requests.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>The form for one record. Whatever is typed is kept in a draft, right or wrong, and shown to the others at the desk.</summary>
[RequestSizeLimit(700_000)]
public sealed class EditModel(StateDesk desk, RequestDrafts drafts, Texts texts, FaultWords words, DeskLinks links) : PageModel
{
    public StateEntry State { get; private set; } = null!;

    public EntryForm Form { get; private set; } = null!;

    /// <summary>The id under which the draft is kept, or will be once something is typed.</summary>
    public string DraftId { get; private set; } = RequestDrafts.NewId();

    /// <summary>The version of the draft that the form was made from; empty before it is kept.</summary>
    public string Tag { get; private set; } = "";

    /// <summary>What others wrote into the same draft since the form was opened, as a difference; null when nothing.</summary>
    public Difference? Theirs { get; private set; }

    public Problems Problems { get; } = new();

    /// <summary>Where names come from.</summary>
    public DirectoryView View => desk.View;

    /// <summary>Requests that wait, and drafts of others, which are about the same record.</summary>
    public IReadOnlyList<ChangeRequest> Waiting { get; private set; } = [];

    public IReadOnlyList<KeptDraft> OtherDrafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string state, string subject, string? draft, CancellationToken cancellationToken)
    {
        var kept = draft is null ? null : await drafts.FindAsync(state, draft, cancellationToken);
        return (draft is null || kept is not null) && await ShowAsync(state, subject, kept?.Draft, kept?.Tag, cancellationToken) ? Page() : NotFound();
    }

    /// <summary>Keeps what was typed and goes on to the preview, unless something in it cannot be taken.</summary>
    public async Task<IActionResult> OnPostAsync(string state, string subject, CancellationToken cancellationToken)
    {
        var (typed, kept) = await KeepAsync(state, cancellationToken);
        if (!await ShowAsync(state, RecordIn(typed, subject), typed, kept?.Tag ?? Request.Form["tag"], cancellationToken))
        {
            return NotFound();
        }

        if (kept is null)
        {
            return await OverwrittenAsync(state, cancellationToken);
        }

        if (typed.ToRequest(desk.Snapshot.Date).Changes.Count == 0)
        {
            Problems.Add(texts["Edit.NothingChanged"]);
        }

        foreach (var fault in FaultsOf(typed).Where(fault => fault.Field is not null && fault.Kind != FaultKind.ChangedMeanwhile && EntryForm.Holds(Form.Subject, ChangeOf(typed, fault))))
        {
            Problems.Add(texts["Edit.FieldProblem", FieldOf(typed, fault), words.Sentence(fault, ChangeOf(typed, fault).Kind, desk.View)], FormField.Anchor(fault.LineId, fault.Field!));
        }

        return Problems.Any ? Problems.Page(this) : Redirect(links.Draft(state, typed.Id));
    }

    /// <summary>Keeps what was typed and shows the form again, with room for one more line.</summary>
    public async Task<IActionResult> OnPostMoreAsync(string state, string subject, CancellationToken cancellationToken)
    {
        var (typed, kept) = await KeepAsync(state, cancellationToken);
        return kept is not null ? Redirect(links.Edit(state, RecordIn(typed, subject), typed.Id))
            : await ShowAsync(state, RecordIn(typed, subject), typed, Request.Form["tag"], cancellationToken) ? await OverwrittenAsync(state, cancellationToken)
            : NotFound();
    }

    /// <summary>Keeps what was typed, while it is typed: for the script of the page.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string state, string subject, CancellationToken cancellationToken)
    {
        var (typed, kept) = await KeepAsync(state, cancellationToken);
        return kept is null
            ? new JsonResult(new { message = texts["Edit.Overwritten"] }) { StatusCode = StatusCodes.Status409Conflict }
            : new JsonResult(new { tag = kept.Tag, address = links.Edit(state, RecordIn(typed, subject), typed.Id) });
    }

    /// <summary>The draft with what was typed here in place of what it said of this record; not kept when somebody else wrote it meanwhile.</summary>
    private async Task<(RequestDraft Typed, KeptDraft? Kept)> KeepAsync(string state, CancellationToken cancellationToken)
    {
        var id = RequestDrafts.IsId(Request.Form["draft"]) ? Request.Form["draft"].ToString() : RequestDrafts.NewId();
        var before = await drafts.FindAsync(state, id, cancellationToken);
        var posted = PostedForm.Read(Request.Form);
        var rest = before?.Draft.Changes.Where(change => !Request.Form.ContainsKey(PostedForm.Line + change.LineId)) ?? [];
        var typed = (before?.Draft ?? new() { Id = id, StateCode = state }) with { Changes = [.. rest, .. posted] };
        return (typed, IsOpen(id) ? await drafts.WriteOnceAsync(typed, Request.Form["tag"].ToString(), desk.Account.Id, cancellationToken) : null);
    }

    /// <summary>The same form again, with what was typed, and beside it what somebody else wrote: pressing the button again decides for what was typed here.</summary>
    private async Task<IActionResult> OverwrittenAsync(string state, CancellationToken cancellationToken)
    {
        var theirs = await drafts.FindAsync(state, DraftId, cancellationToken);
        Theirs = theirs is null ? null : new(theirs.Draft.ToRequest(desk.Snapshot.Date), desk.View);
        (DraftId, Tag) = theirs is null || !IsOpen(DraftId) ? (RequestDrafts.NewId(), "") : (DraftId, theirs.Tag);
        Problems.Add(texts["Edit.Overwritten"], null, StatusCodes.Status409Conflict);
        return Problems.Page(this);
    }

    private async Task<bool> ShowAsync(string state, string subject, RequestDraft? draft, string? tag, CancellationToken cancellationToken)
    {
        if (desk.State(state) is not { } entry || EntryForm.Of(subject, entry, draft, draft is null ? [] : FaultsOf(draft)) is not { } form)
        {
            return false;
        }

        (State, Form, Tag, DraftId) = (entry, form, tag ?? "", draft?.Id ?? DraftId);
        Waiting = [.. desk.Waiting(state).Where(request => request.Id != DraftId && request.Changes.Any(change => EntryForm.Holds(form.Subject, change)))];
        OtherDrafts = form.IsNew ? [] : [.. (await drafts.ListAsync(state, cancellationToken)).Where(kept => kept.Draft.Id != DraftId && kept.Draft.Changes.Any(change => EntryForm.Holds(form.Subject, change)))];
        return true;
    }

    /// <summary>Whether what is written under an id is not submitted, or given back.</summary>
    private bool IsOpen(string id) => desk.Snapshot.Register.Request(id) is null or { Status: RequestStatus.Returned };

    private IReadOnlyList<FieldFault> FaultsOf(RequestDraft draft) => RequestEffect.Of(draft.ToRequest(desk.Snapshot.Date), desk.View).Faults;

    /// <summary>The record that the form is about: where it is to be added, the line that the draft has for it by now.</summary>
    private static string RecordIn(RequestDraft typed, string subject) => subject switch
    {
        EntryForm.NewAuthority => typed.Changes.LastOrDefault(change => change is { Act: LineAct.Add, Kind: LineKind.Authority })?.LineId ?? subject,
        EntryForm.NewNotice => typed.Changes.LastOrDefault(change => change is { Act: LineAct.Add, Kind: LineKind.Notice })?.LineId ?? subject,
        _ => subject,
    };

    private static LineChange ChangeOf(RequestDraft typed, FieldFault fault) => typed.Changes.First(change => change.LineId == fault.LineId);

    private string FieldOf(RequestDraft typed, FieldFault fault) => texts[$"Fields.{ChangeOf(typed, fault).Kind}_{fault.Field}"];
}
