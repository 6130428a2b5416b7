using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Manage;

/// <summary>What a file that was sent back would change of a State, row by row, or everything that is wrong with it.</summary>
public sealed class SpreadsheetCheckModel(
    CurrentSnapshot current, Caller caller, Texts texts, SpreadsheetLinks links, SheetChecks checks, RequestDrafts drafts, FaultWords faults,
    LedgerWriter writer, TimeProvider time) : PageModel
{
    private readonly DirectoryView _view = current.Value.View(Audience.Secretariat);

    public StateEntry State { get; private set; } = null!;

    public SheetCheck Check { get; private set; } = null!;

    public SheetRows Rows { get; private set; } = null!;

    public Problems Problems { get; } = new();

    public async Task<IActionResult> OnGetAsync(string state, string id, int part, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(state, id, part, cancellationToken))
        {
            return NotFound();
        }

        if (!Check.IsOver)
        {
            Response.Headers["Refresh"] = "1";
        }

        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (await FoundAsync(state, id, 1, cancellationToken))
        {
            await checks.DiscardAsync(Check, cancellationToken);
        }

        return Redirect(links.Page(state));
    }

    public async Task<IActionResult> OnPostContinueAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(state, id, cancellationToken) is null)
        {
            if (!await MayGoOnAsync(state, id, cancellationToken))
            {
                return NotFound();
            }

            await drafts.WriteAsync(Draft(), "", caller.Account!.Id, cancellationToken);
            await checks.DiscardAsync(Check, cancellationToken);
        }

        return Redirect(links.Draft(state, id));
    }

    public async Task<IActionResult> OnPostSubmitAsync(string state, string id, CancellationToken cancellationToken)
    {
        if (current.Value.Register.Request(id) is null)
        {
            if (!await MayGoOnAsync(state, id, cancellationToken))
            {
                return NotFound();
            }

            var request = Draft().ToRequest(_view.Date);
            var outcome = await writer.WriteAsync(snapshot => RequestRules.Submit(snapshot, caller.Account!, request, time.GetUtcNow()), null, cancellationToken);
            if (!outcome.IsWritten)
            {
                Problems.Add(outcome, fault => faults.Sentence(fault, Rows.KindOf(fault.LineId), _view), fault => $"line-{fault.LineId}");
                Rows = Rows.With(outcome.Refusal?.Faults ?? []);
                return Problems.Page(this);
            }

            await checks.DiscardAsync(Check, cancellationToken);
        }

        return Redirect(links.Request(state, id));
    }

    private RequestDraft Draft() => new() { Id = Check.Id, StateCode = State.Record.Code, Changes = [.. Rows.All.Select(row => row.Change)] };

    private async Task<bool> MayGoOnAsync(string code, string id, CancellationToken cancellationToken) =>
        caller.May(Permission.Request, code) && await FoundAsync(code, id, 1, cancellationToken) && Check.IsGood && Rows.All.Count > 0;

    private async Task<bool> FoundAsync(string code, string id, int part, CancellationToken cancellationToken)
    {
        if (_view.State(code) is not { } state || await checks.FindAsync(caller.Account!.Id, id, cancellationToken) is not { } check || check.StateCode != code)
        {
            return false;
        }

        (State, Check) = (state, check);
        Rows = new(check, code, check.IsGood ? await checks.RowsAsync(check, code, cancellationToken) : [], _view, part, texts);
        return true;
    }
}
