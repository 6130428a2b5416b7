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

/// <summary>A draft as it would be submitted: what it changes, on what it rests, and what others changed meanwhile.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class PreviewModel(StateDesk desk, RequestDrafts drafts, Attachments papers, LedgerWriter writer, TimeProvider time, Texts texts, FaultWords words, DeskLinks links) : PageModel
{
    /// <summary>More than a paper may have, so that who sends one too large is told so.</summary>
    private const int MostBytes = 28_000_000;

    private KeptDraft _kept = null!;

    public StateEntry State { get; private set; } = null!;

    public RequestDraft Draft => _kept.Draft;

    public string Tag { get; private set; } = "";

    public DateOnly KeptUntil => _kept.KeptUntil;

    public Problems Problems { get; } = new();

    public Difference Difference { get; private set; } = null!;

    /// <summary>The fields that somebody else changed, about which whoever submits is to decide.</summary>
    public IReadOnlyList<Conflict> Conflicts { get; private set; } = [];

    /// <summary>Kinds of source that the caller may name: a State speaks for itself.</summary>
    public IEnumerable<SourceKind> SourceKinds => Codes.SourceKinds.All.Where(kind => kind != SourceKind.PublicSource || desk.Account.Role != ActorRole.FocalPoint);

    /// <summary>The records that the draft is about, each of which has a form.</summary>
    public IEnumerable<LineChange> Subjects => Draft.Changes
        .Select(change => change.Kind is LineKind.Designation or LineKind.ContactPoint ? new LineChange(LineKind.Authority, State.Record.Code, change.RecordId, LineAct.Change) : change)
        .DistinctBy(change => change.LineId);

    public async Task<IActionResult> OnGetAsync(string state, string id, CancellationToken cancellationToken) =>
        await FindAsync(state, id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnGetPaperAsync(string state, string id, CancellationToken cancellationToken) =>
        await FindAsync(state, id, cancellationToken) ?? await this.DownloadAsync(papers, Draft.Source.Paper, cancellationToken);

    /// <summary>Submits it.</summary>
    public async Task<IActionResult> OnPostAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(state, id, cancellationToken) is { } answer)
        {
            return answer;
        }

        await KeepAsync(cancellationToken);
        foreach (var fault in Problems.Any ? [] : Draft.Source.Faults())
        {
            Problems.Add(texts["Edit.FieldProblem", texts[$"Preview.{fault.Field}"], words.Sentence(fault, LineKind.Notice, desk.View)], fault.Field);
        }

        if (!Problems.Any && Draft.Source.Paper is { } paper && !await papers.KeepForGoodAsync(paper, cancellationToken))
        {
            Problems.Add(texts["Preview.PaperGone"], "Paper");
        }

        return Problems.Any ? Problems.Page(this) : await SubmitAsync(cancellationToken);
    }

    /// <summary>Keeps what was typed, and goes back to the desk.</summary>
    public async Task<IActionResult> OnPostKeepAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(state, id, cancellationToken) is { } answer)
        {
            return answer;
        }

        await KeepAsync(cancellationToken);
        return Problems.Any ? Problems.Page(this) : Redirect(links.Desk(state));
    }

    /// <summary>Takes the decisions about fields that somebody else changed: what was typed here is then made from what is there now, or is left out.</summary>
    public async Task<IActionResult> OnPostDecideAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(state, id, cancellationToken) is { } answer)
        {
            return answer;
        }

        var changes = Draft.Changes.Select(change => change with
        {
            Fields = [.. change.Fields.Select(field => Decided(change, field)).OfType<FieldChange>()],
        });
        await KeepAsync(Draft with { Changes = [.. changes.Where(change => change.Fields.Count > 0)] }, cancellationToken);
        return Problems.Any ? Problems.Page(this) : Redirect(links.Draft(state, id));
    }

    /// <summary>Throws the draft away.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (await FindAsync(state, id, cancellationToken) is { } answer)
        {
            return answer;
        }

        await drafts.DiscardAsync(state, id, cancellationToken);
        return Redirect(links.Desk(state));
    }

    private async Task<IActionResult> SubmitAsync(CancellationToken cancellationToken)
    {
        var request = Draft.ToRequest(desk.Snapshot.Date);
        var outcome = await writer.WriteAsync(snapshot => RequestRules.Submit(snapshot, desk.Account, request, time.GetUtcNow()), $"submit:{Draft.Id}:{_kept.Tag}", cancellationToken);
        if (!outcome.IsWritten)
        {
            Problems.Add(outcome, fault => words.Sentence(fault, request.Changes.FirstOrDefault(change => change.LineId == fault.LineId)?.Kind ?? LineKind.State, desk.View), fault => $"line-{fault.LineId}");
            return Problems.Page(this);
        }

        await drafts.DiscardAsync(Draft.StateCode, Draft.Id, cancellationToken);
        return Redirect(links.Request(Draft.StateCode, Draft.Id));
    }

    /// <summary>Keeps what was typed about the source, and its paper.</summary>
    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        var form = Request.Form;
        var source = Draft.Source with
        {
            Kind = form["Kind"].ToString(),
            Reference = form["Reference"].ToString(),
            AsOf = form["AsOf"].ToString(),
            Reason = form["Reason"].ToString(),
            EffectiveOn = form["EffectiveOn"].ToString(),
            IsUrgent = form.ContainsKey("IsUrgent"),
            Paper = form.ContainsKey("NoPaper") ? null : Draft.Source.Paper,
        };
        if (form.Files["Paper"] is { Length: > 0 } file)
        {
            await using var content = file.OpenReadStream();
            var (paper, fault) = await papers.KeepAsync(content, file.FileName, cancellationToken);
            source = source with { Paper = paper ?? source.Paper };
            if (fault is { } wrong)
            {
                Problems.Add(texts[$"Preview.Paper_{wrong}"], "Paper");
            }
        }

        await KeepAsync(Draft with { Source = source }, cancellationToken);
    }

    private async Task KeepAsync(RequestDraft draft, CancellationToken cancellationToken)
    {
        if (await drafts.WriteOnceAsync(draft, Request.Form["tag"].ToString(), desk.Account.Id, cancellationToken) is { } kept)
        {
            Show(kept);
            return;
        }

        Show(_kept with { Draft = _kept.Draft with { Source = draft.Source } });
        Problems.Add(texts["Preview.Overwritten"], null, StatusCodes.Status409Conflict);
    }

    private FieldChange? Decided(LineChange change, FieldChange field)
    {
        var conflict = Conflicts.FirstOrDefault(each => each.Change.LineId == change.LineId && each.Mine.Name == field.Name);
        return conflict is null ? field : Request.Form[conflict.Name].ToString() switch
        {
            Conflict.KeepMine => field with { Before = conflict.Now },
            Conflict.TakeTheirs => null,
            _ => field,
        };
    }

    /// <summary>Finds the draft; where there is none, what to answer instead.</summary>
    private async Task<IActionResult?> FindAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (desk.State(state) is not { } entry)
        {
            return NotFound();
        }

        State = entry;
        if (desk.Request(state, id) is { Status: not RequestStatus.Returned })
        {
            return Redirect(links.Request(state, id));
        }

        if (await drafts.FindAsync(state, id, cancellationToken) is not { } kept)
        {
            return NotFound();
        }

        Show(kept);
        return null;
    }

    private void Show(KeptDraft kept)
    {
        (_kept, Tag) = (kept, kept.Tag);
        var request = Draft.ToRequest(desk.Snapshot.Date);
        Difference = new(request, desk.View, RequestEffect.Of(request, desk.View).Faults);
        Conflicts =
        [
            .. from fault in Difference.Faults
               where fault.Kind == FaultKind.ChangedMeanwhile
               let change = request.Changes.First(each => each.LineId == fault.LineId)
               from field in change.Fields
               where field.Name == fault.Field
               select new Conflict(change, field, fault.Values[1]),
        ];
    }
}
