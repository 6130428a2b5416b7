using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>Shows entries as they are, and takes the State's word that they are right.</summary>
public sealed class ConfirmModel(StateDesk desk, LedgerWriter writer, FaultWords words, Texts texts, DeskLinks links) : PageModel
{
    public StateEntry State { get; private set; } = null!;

    public IReadOnlyList<AuthorityEntry> Entries { get; private set; } = [];

    /// <summary>Makes pressing the button twice one act.</summary>
    public string Once { get; private set; } = RequestDrafts.NewId();

    /// <summary>Whether the caller acts for the State, on a note that is to be named.</summary>
    public bool NeedsNote => desk.Account.Role != ActorRole.FocalPoint;

    public DraftSource Note { get; private set; } = new() { Kind = nameof(SourceKind.NoteVerbale) };

    public Problems Problems { get; } = new();

    public IActionResult OnGet(string state, string? entry) => Find(state, entry) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string state, string? entry, CancellationToken cancellationToken)
    {
        if (!Find(state, entry))
        {
            return NotFound();
        }

        Once = RequestDrafts.IsId(Request.Form["once"]) ? Request.Form["once"].ToString() : Once;
        Note = Note with { Reference = Request.Form["reference"].ToString(), AsOf = Request.Form["asOf"].ToString() };
        if (NeedsNote && Note.ToSource(desk.Snapshot.Date) is not { Reference: not null, AsOf: not null })
        {
            Problems.Add(texts["Confirm.NeedsNote"], "reference");
            return Problems.Page(this);
        }

        var source = NeedsNote ? Note.ToSource(desk.Snapshot.Date) : null;
        var outcome = await writer.WriteAsync(
            snapshot => ConfirmRules.Confirm(snapshot, desk.Account, state, Looked(), source), $"confirm:{desk.Account.Id}:{Once}", cancellationToken);
        if (outcome.IsWritten)
        {
            return Redirect($"{links.Desk(state)}#entries");
        }

        Problems.Add(outcome, fault => words.Sentence(fault, LineKind.Authority, desk.View));
        return Problems.Page(this);
    }

    /// <summary>The entries that were looked at, each with its revision then.</summary>
    private Dictionary<string, int?> Looked() => Entries.ToDictionary(
        each => each.Record.Id, each => int.TryParse(Request.Form[$"revision.{each.Record.Id}"], out var revision) ? revision : (int?)0, StringComparer.Ordinal);

    private bool Find(string state, string? entry)
    {
        if (desk.State(state) is not { } found)
        {
            return false;
        }

        State = found;
        Entries = [.. found.Authorities.Where(each => entry is null || each.Record.Id == entry)];
        return Entries.Count > 0;
    }
}
