using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>What a file would change of many States, State by State, or everything that is wrong with it; all of it is submitted, on one source, or nothing.</summary>
public sealed class ImportCheckModel(
    CurrentSnapshot current, Caller caller, Texts texts, SpreadsheetLinks links, SheetChecks checks, SheetImport import, FaultWords faults, ReviewOptions options) : PageModel
{
    private readonly DirectoryView _view = current.Value.View(Audience.Secretariat);

    /// <summary>The kinds of paper that an import rests on.</summary>
    public static IReadOnlyList<SourceKind> Kinds => Codes.SourceKinds.All;

    /// <summary>Whether others decide on what one submits.</summary>
    public bool HasFourEyes => options.FourEyes;

    public SheetCheck Check { get; private set; } = null!;

    /// <summary>The rows of the State that is looked at; null for the list of States.</summary>
    public SheetRows? Rows { get; private set; }

    public DraftSource Source { get; private set; } = new() { Kind = nameof(SourceKind.NoteVerbale) };

    public Problems Problems { get; } = new();

    /// <summary>The States that would change, by name, with how many lines.</summary>
    public IEnumerable<(StateEntry State, int Lines)> States =>
        Check.Changes.Select(each => (_view.State(each.Key)!, each.Value)).OrderBy(each => texts.Name(each.Item1.Record), StringComparer.Create(texts.Language.Culture, ignoreCase: true));

    public async Task<IActionResult> OnGetAsync(string id, string? of, int part, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(id, cancellationToken) || (of is not null && !Check.Changes.ContainsKey(of)))
        {
            return NotFound();
        }

        if (!Check.IsOver)
        {
            Response.Headers["Refresh"] = "1";
        }

        Rows = of is null ? null : new(Check, of, await checks.RowsAsync(Check, of, cancellationToken), _view, part, texts);
        return Page();
    }

    public async Task<IActionResult> OnPostStopAsync(string id, CancellationToken cancellationToken)
    {
        if (await FoundAsync(id, cancellationToken))
        {
            await checks.DiscardAsync(Check, cancellationToken);
        }

        return Redirect(links.Page(null));
    }

    public Task<IActionResult> OnPostSubmitAsync(string id, [FromForm] ImportSource source, CancellationToken cancellationToken) => PostAsync(id, source, accept: false, cancellationToken);

    public Task<IActionResult> OnPostAcceptAsync(string id, [FromForm] ImportSource source, CancellationToken cancellationToken) => PostAsync(id, source, accept: !HasFourEyes, cancellationToken);

    private async Task<IActionResult> PostAsync(string id, ImportSource source, bool accept, CancellationToken cancellationToken)
    {
        if (!await FoundAsync(id, cancellationToken) || !Check.IsGood)
        {
            return NotFound();
        }

        Source = new() { Kind = source.Kind ?? "", Reference = source.Reference ?? "", AsOf = source.AsOf ?? "", Reason = source.Reason ?? "" };
        foreach (var fault in Source.Faults())
        {
            Problems.Add(faults.Sentence(fault, LineKind.State, _view), fault.Field);
        }

        if (!Problems.Any)
        {
            await SubmitAsync(accept, cancellationToken);
        }

        return Problems.Any ? Problems.Page(this) : Redirect(links.Imported(Check.Changes.Count, accept));
    }

    /// <summary>All are decided before the first is written.</summary>
    private async Task SubmitAsync(bool accept, CancellationToken cancellationToken)
    {
        var requests = await import.RequestsAsync(Check, Source, cancellationToken);
        if (import.Refused(requests, caller.Account!) is ({ } refused, { } refusal))
        {
            Problems.Add($"{NameOf(refused)}: {refusal.Message}", status: StatusCodes.Status400BadRequest);
            return;
        }

        if (await import.SubmitAsync(requests, caller.Account!, cancellationToken) is ({ } stopped, { } outcome))
        {
            Problems.Add(texts["Spreadsheet.ImportStopped", NameOf(stopped), outcome.Reason ?? ""], status: Problems.StatusOf(outcome));
            return;
        }

        if (accept && await import.AcceptAsync(requests, caller.Account!, cancellationToken) is ({ } waiting, { } decided))
        {
            Problems.Add(texts["Spreadsheet.ImportNotAccepted", NameOf(waiting), decided.Reason ?? ""], status: Problems.StatusOf(decided));
            return;
        }

        await checks.DiscardAsync(Check, cancellationToken);
    }

    private string NameOf(ChangeRequest request) => texts.Name(_view.State(request.StateCode)!.Record);

    private async Task<bool> FoundAsync(string id, CancellationToken cancellationToken)
    {
        Check = (await checks.FindAsync(caller.Account!.Id, id, cancellationToken))!;
        return Check is { StateCode: null };
    }
}

/// <summary>What an import rests on, as it was typed.</summary>
public sealed record ImportSource(string? Kind, string? Reference, string? AsOf, string? Reason);
