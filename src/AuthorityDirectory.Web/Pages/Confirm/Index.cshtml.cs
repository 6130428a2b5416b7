using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Audit;
using AuthorityDirectory.Web.Pages.Shared;
using AuthorityDirectory.Web.Upkeep;
using Microsoft.AspNetCore.Mvc;

namespace AuthorityDirectory.Web.Pages.Confirm;

/// <summary>What a link of a reminder opens: the entry as it stands and a button that confirms it. Programs that look at mail follow links and press nothing.</summary>
public sealed class ConfirmByLinkModel(ConfirmationLinks confirmations, LedgerWriter writer, CurrentSnapshot current, ReadingJournal journal, Texts texts) : FormPage(texts)
{
    private readonly Texts _texts = texts;

    /// <summary>The secret of the link.</summary>
    [BindProperty(Name = "key", SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>The link; null when it does not work.</summary>
    public ConfirmationLink? Link { get; private set; }

    /// <summary>The entry with all its contact points; null when the link does not work.</summary>
    public AuthorityEntry? Entry { get; private set; }

    /// <summary>Whether the entry is another than the one that the letter was about.</summary>
    public bool IsChanged => Link is { UsedOn: null } && Entry?.Revision != Link.Revision;

    /// <summary>When the next confirmation is due.</summary>
    public DateOnly? NextOn => FreshnessRule.DueOn(Link?.UsedOn);

    public Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => CarryOutAsync(async () =>
        await FindAsync(id, cancellationToken) is null ? Again(StatusCodes.Status404NotFound) : Page());

    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) => CarryOutAsync(async () =>
        await FindAsync(id, cancellationToken) is not { } account ? Again(StatusCodes.Status404NotFound)
        : Link!.UsedOn is not null || IsChanged ? Again(StatusCodes.Status409Conflict)
        : await ConfirmAsync(id, account, cancellationToken));

    private async Task<IActionResult> ConfirmAsync(string id, Account account, CancellationToken cancellationToken)
    {
        var (entry, revision) = (Link!.AuthorityId, Link.Revision);
        var outcome = await writer.WriteAsync(snapshot => ConfirmRules.Confirm(snapshot, account, account.StateCode!, new Dictionary<string, int?> { [entry] = revision }, null), $"confirm:{id}", cancellationToken);
        if (outcome.IsWritten)
        {
            await confirmations.UseAsync(id, Link, current.Value.Date, cancellationToken);
            return Redirect($"{Request.Path}?key={Key}");
        }

        Entry = current.Value.View(Audience.Secretariat).Authority(entry);
        if (!IsChanged)
        {
            Fault(null, _texts["ByLink.NotNow"]);
        }

        return Again(outcome.Refusal is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict);
    }

    /// <summary>Looks the link up; the account that it is good for, null when it does not work: it is closed, or may not confirm this entry any more.</summary>
    private async Task<Account?> FindAsync(string id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "private, no-store";
        Link = await confirmations.FindAsync(id, Key, cancellationToken);
        Entry = Link is null ? null : current.Value.View(Audience.Secretariat).Authority(Link.AuthorityId);
        return Entry is { } entry && current.Value.Register.Account(Link!.AccountId) is { } account && Mandate.Allows(account, Permission.Confirm, entry.Record.StateCode) ? await NotedAsync(account, entry) : Nobody();
    }

    /// <summary>A link shows what is not public without a session: it is noted all the same, and not shown when it cannot be.</summary>
    private async Task<Account> NotedAsync(Account account, AuthorityEntry entry)
    {
        try
        {
            await (entry.IsRestricted() ? journal.NoteAsync(new(account.Id, account.Role, Means.Page, entry.Record.Id)) : Task.CompletedTask);
            return account;
        }
        catch (LedgerUnavailableException)
        {
            Nobody();
            throw;
        }
    }

    private Account? Nobody()
    {
        (Link, Entry) = (null, null);
        return null;
    }
}
