using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages.Review;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Office;

/// <summary>Who may sign in: invited here, sent their letter again, closed.</summary>
public sealed class AccountsModel(CurrentSnapshot current, Invitations invitations, WorkStoreSessions sessions, Caller caller, DirectoryLinks links, Texts texts) : PageModel
{
    /// <summary>For so many the page looks up whether they are signed in.</summary>
    private const int MostLookedUp = 50;

    /// <summary>The accounts shown, open ones first.</summary>
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    /// <summary>When those that are signed in did so last.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> SignedIn { get; private set; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The State whose accounts are shown; empty for all.</summary>
    public string Filter { get; private set; } = "";

    /// <summary>The States.</summary>
    public IReadOnlyList<State> States { get; private set; } = [];

    /// <summary>What was typed into the invitation.</summary>
    [BindProperty]
    public InvitationForm Form { get; set; } = new();

    /// <summary>What was done a moment ago, as a sentence; null when nothing was.</summary>
    public string? Done { get; private set; }

    /// <summary>Why something was not done.</summary>
    public Problems Problems { get; } = new();

    /// <summary>The roles that the caller may give.</summary>
    public IEnumerable<ActorRole> Roles => Codes.ActorRoles.All.Where(role => role != ActorRole.System && caller.May(AccountRules.PermissionFor(role)));

    /// <summary>Whether the caller may close an account or write to it.</summary>
    public bool Manages(Account account) => account.IsOpen() && caller.May(AccountRules.PermissionFor(account.Role), account.StateCode);

    public Task OnGetAsync(string? state, string? done, string? id, CancellationToken cancellationToken)
    {
        var account = current.Value.Register.Account(id ?? "");
        Done = account is null || done is not ("invited" or "untold" or "closed" or "sent" or "unsent") ? null : texts[$"Accounts.Done_{done}", account.Email ?? account.Id];
        return ShowAsync(state, cancellationToken);
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellationToken)
    {
        if (Form.Email is null || Letter.MailboxFault(Form.Email.Trim()) is not null)
        {
            return await AgainAsync(texts["Accounts.EmailFault"], "email", StatusCodes.Status400BadRequest, cancellationToken);
        }

        if (Codes.ActorRoles.Parse(Form.Role) is not { } role)
        {
            return await AgainAsync(texts["Accounts.RoleFault"], "role", StatusCodes.Status400BadRequest, cancellationToken);
        }

        var language = Codes.UnLanguages.Parse(Form.Language) ?? UnLanguage.En;
        var outcome = await invitations.InviteAsync(caller.Account, role, string.IsNullOrEmpty(Form.State) ? null : Form.State, Form.Name, Form.Email, language, cancellationToken);
        return outcome.Account is { } invited ? Redirect($"{links.Accounts()}?done={(outcome.HasLetter ? "invited" : "untold")}&id={invited.Id}")
            : await AgainAsync(outcome.Outcome.Reason!, "invite", Problems.StatusOf(outcome.Outcome), cancellationToken);
    }

    public async Task<IActionResult> OnPostCloseAsync(string id, CancellationToken cancellationToken)
    {
        var outcome = await invitations.CloseAsync(caller.Account, id, cancellationToken);
        return outcome.IsWritten ? Redirect($"{links.Accounts()}?done=closed&id={id}") : await AgainAsync(outcome.Reason!, null, Problems.StatusOf(outcome), cancellationToken);
    }

    public async Task<IActionResult> OnPostSendAsync(string id, CancellationToken cancellationToken) =>
        current.Value.Register.Account(id) is not { } account ? NotFound()
        : !Manages(account) ? Forbid()
        : Redirect($"{links.Accounts()}?done={(account.Email is not null && await invitations.SendAsync(account, cancellationToken) ? "sent" : "unsent")}&id={id}");

    private async Task<IActionResult> AgainAsync(string sentence, string? anchor, int status, CancellationToken cancellationToken)
    {
        Problems.Add(sentence, anchor, status);
        await ShowAsync(null, cancellationToken);
        return Problems.Page(this);
    }

    private async Task ShowAsync(string? state, CancellationToken cancellationToken)
    {
        var snapshot = current.Value;
        Filter = state ?? "";
        States = [.. snapshot.View(Audience.Public).States.Select(entry => entry.Record).OrderBy(texts.Name, StringComparer.Create(texts.Language.Culture, ignoreCase: true))];
        Accounts =
        [
            .. snapshot.Register.Accounts.Where(account => Filter.Length == 0 || account.StateCode == Filter)
                .OrderBy(account => !account.IsOpen()).ThenByDescending(account => account.Role).ThenBy(account => account.StateCode, StringComparer.Ordinal).ThenBy(account => account.Name ?? account.Email, StringComparer.Ordinal),
        ];
        var open = Accounts.Where(account => account.IsOpen()).ToList();
        SignedIn = open.Count > MostLookedUp ? SignedIn : await LastSessionsAsync(open, cancellationToken);
    }

    private async Task<Dictionary<string, DateTimeOffset>> LastSessionsAsync(List<Account> accounts, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            if (await sessions.ListAsync(account.Id, cancellationToken) is [var newest, ..])
            {
                found.Add(account.Id, newest.BeganAt);
            }
        }

        return found;
    }
}

/// <summary>An invitation as it was typed.</summary>
public sealed class InvitationForm
{
    /// <summary>In which role.</summary>
    public string? Role { get; set; }

    /// <summary>Of which State; empty for none.</summary>
    public string? State { get; set; }

    /// <summary>Their name.</summary>
    public string? Name { get; set; }

    /// <summary>Their address.</summary>
    public string? Email { get; set; }

    /// <summary>The language of letters to them.</summary>
    public string? Language { get; set; }
}
