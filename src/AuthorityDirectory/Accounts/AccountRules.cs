using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Accounts;

/// <summary>The rules by which accounts are given, changed, handed over and closed.</summary>
public static class AccountRules
{
    /// <summary>Invites somebody: from then on a sign-in link may be asked for.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="actor">Who invites; null for the operator at the command line or the configuration.</param>
    /// <param name="invited">The account to be.</param>
    public static Decision Invite(DirectorySnapshot snapshot, Account? actor, Account invited) =>
        (actor is null || Mandate.Allows(actor, PermissionFor(invited.Role), invited.StateCode) ? null : Decision.Refuse(RefusalReason.NotAllowed, "Your account may not invite to this role."))
        ?? Fault(snapshot, invited)
        ?? Write(actor, Tidy(invited with { Login = null, PredecessorId = null, ClosedOn = null }));

    /// <summary>Hands an account over: a successor in the same role gets one, and the account closes.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="actor">Whose account it is; what counts is how it is on the ledger, so that it is handed over once.</param>
    /// <param name="successorId">The id for the new account.</param>
    /// <param name="name">The successor's name; null when not given.</param>
    /// <param name="email">The successor's address.</param>
    public static Decision HandOver(DirectorySnapshot snapshot, Account actor, string successorId, string? name, string email)
    {
        if (snapshot.Register.Account(actor.Id) is not { } account || !Mandate.Allows(account, Permission.HandOver))
        {
            return Decision.Refuse(RefusalReason.Overtaken, "Your account is closed: it was handed over, or taken back.");
        }

        var successor = account with { Id = successorId, Name = name, Email = email, Login = null, PredecessorId = account.Id };
        return Fault(snapshot, successor) ?? Write(account, Tidy(successor), account with { ClosedOn = snapshot.Date });
    }

    /// <summary>Closes an account: its sessions, links and tokens are good for nothing from then on.</summary>
    public static Decision Close(DirectorySnapshot snapshot, Account? actor, string id) =>
        snapshot.Register.Account(id) is not { } account ? Decision.Refuse(RefusalReason.NotFound, $"There is no account {id}.")
        : actor is not null && !Mandate.Allows(actor, PermissionFor(account.Role), account.StateCode) ? Decision.Refuse(RefusalReason.NotAllowed, "Your account may not close this one.")
        : !account.IsOpen() ? Decision.Refuse(RefusalReason.Overtaken, "The account is closed.")
        : IsLastAdministrator(snapshot, account) ? Decision.Refuse("This is the only administrator: invite another first.")
        : Write(actor, account with { ClosedOn = snapshot.Date });

    /// <summary>Changes the address to which an account's links go, by its owner or whoever manages it.</summary>
    public static Decision ChangeEmail(DirectorySnapshot snapshot, Account actor, string id, string email) =>
        snapshot.Register.Account(id) is not { } account || !account.IsOpen() ? Decision.Refuse(RefusalReason.NotFound, $"There is no open account {id}.")
        : actor.Id != id && !Mandate.Allows(actor, PermissionFor(account.Role), account.StateCode) ? Decision.Refuse(RefusalReason.NotAllowed, "Your account may not change this one.")
        : Fault(snapshot, account with { Email = email }, isNew: false) ?? Write(actor, Tidy(account with { Email = email }));

    /// <summary>Binds an account to a login of an institution's provider: once, after the invitation; from then on no other login opens it.</summary>
    public static Decision Bind(DirectorySnapshot snapshot, string id, Login login) =>
        snapshot.Register.Account(id) is not { } account || !account.IsOpen() ? Decision.Refuse(RefusalReason.NotFound, $"There is no open account {id}.")
        : snapshot.Register.AccountWithLogin(login) is { } other && other.Id != id ? Decision.Refuse("This login belongs to another account.")
        : account.Login is not null ? Decision.Refuse(RefusalReason.Overtaken, "The account is bound to a login: hand it over, or let it be closed and invite again.")
        : Write(account, account with { Login = login });

    /// <summary>What one must be allowed to invite to a role, and to close it.</summary>
    public static Permission PermissionFor(ActorRole role) => role is ActorRole.FocalPoint or ActorRole.Practitioner ? Permission.ManageStateAccounts : Permission.ManageOffice;

    private static bool IsLastAdministrator(DirectorySnapshot snapshot, Account account) =>
        account.Role == ActorRole.Administrator && snapshot.Register.Accounts.Count(each => each.IsOpen() && each.Role == ActorRole.Administrator) == 1;

    private static Decision? Fault(DirectorySnapshot snapshot, Account account, bool isNew = true) =>
        account.Email is null || !WrittenForms.IsEmail(account.Email.Trim()) ? Decision.Refuse("Give one e-mail address, such as office@justice.example.")
        : snapshot.Register.AccountWithEmail(account.Email.Trim()) is { } other && other.Id != account.Id ? Decision.Refuse("There is an open account with this address: use another, or close that one.")
        : isNew && snapshot.Register.Account(account.Id) is not null ? Decision.Refuse(RefusalReason.Overtaken, "There is an account with this id.")
        : account.Role == ActorRole.System ? Decision.Refuse("Nobody can be invited to this role.")
        : account.Role is ActorRole.FocalPoint or ActorRole.Practitioner && snapshot.View(Audience.Public).State(account.StateCode ?? "") is null ? Decision.Refuse("Say of which State: a code such as AT.")
        : account.Role is ActorRole.Secretariat or ActorRole.Administrator && account.StateCode is not null ? Decision.Refuse("This role is of no State: leave the State out.")
        : account.Name is { } name && (name.Length > 200 || name.Any(WrittenForms.IsForbidden) || !WrittenForms.IsUnicode(name)) ? Decision.Refuse("Give the name in at most 200 letters, without control characters.")
        : null;

    private static Account Tidy(Account account) =>
        account with { Email = account.Email!.Trim(), Name = string.IsNullOrWhiteSpace(account.Name) ? null : WrittenForms.Tidy(account.Name) };

    private static Decision Write(Account? actor, params Account[] accounts) =>
        Decision.Accept(new() { Actor = actor is null ? Actor.System : new(actor.Role, actor.Id), Records = accounts });
}
