using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts.Tokens;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>What became of an invitation.</summary>
/// <param name="Outcome">What became of the account.</param>
/// <param name="Account">The account; null when none was written.</param>
/// <param name="HasLetter">Whether a letter is under way; otherwise whoever invited tells them, or sends it again.</param>
public sealed record InvitationOutcome(WriteOutcome Outcome, Account? Account, bool HasLetter);

/// <summary>Gives accounts, hands them over and closes them, with the letters about it and the end of everything that opened them.</summary>
/// <remarks>Each writes first: a session, token or link of a closed account opens nothing even where it could not be taken away.</remarks>
public sealed class Invitations(LedgerWriter writer, CurrentSnapshot current, AccountLetters letters, WorkStoreSessions sessions, AccessTokens tokens, ILogger<Invitations> log)
{
    /// <summary>Invites somebody.</summary>
    /// <param name="actor">Who invites; null for the operator.</param>
    /// <param name="role">In which role.</param>
    /// <param name="state">Of which State; null for a role of none.</param>
    /// <param name="name">Their name; null when not given.</param>
    /// <param name="email">Their address.</param>
    /// <param name="language">The language of letters to them.</param>
    /// <param name="cancellationToken">Stops the attempt; it may then be written or not.</param>
    /// <exception cref="LedgerUnavailableException">Whether it was written is not known.</exception>
    public Task<InvitationOutcome> InviteAsync(Account? actor, ActorRole role, string? state, string? name, string email, UnLanguage language, CancellationToken cancellationToken)
    {
        var account = new Account { Id = NewId(), Role = role, StateCode = state, Name = name, Email = email, Language = language };
        return WriteAsync(account.Id, snapshot => AccountRules.Invite(snapshot, actor, account), "AccountLetters.Invitation", cancellationToken);
    }

    /// <summary>Hands an account over to a successor; the old one is closed from then on.</summary>
    public async Task<InvitationOutcome> HandOverAsync(Account actor, string? name, string email, CancellationToken cancellationToken)
    {
        var id = NewId();
        var outcome = await WriteAsync(id, snapshot => AccountRules.HandOver(snapshot, actor, id, name, email), "AccountLetters.Successor", cancellationToken);
        if (outcome.Account is not null)
        {
            await EndAsync(actor.Id, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Closes an account.</summary>
    public async Task<WriteOutcome> CloseAsync(Account? actor, string id, CancellationToken cancellationToken)
    {
        var outcome = await writer.WriteAsync(snapshot => AccountRules.Close(snapshot, actor, id), cancellationToken: cancellationToken);
        if (outcome.IsWritten)
        {
            await EndAsync(id, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Sends the letter of invitation, for the first time or again; whether it is under way.</summary>
    public Task<bool> SendAsync(Account account, CancellationToken cancellationToken) => SendAsync(account, "AccountLetters.Invitation", cancellationToken);

    private static string NewId() => $"a-{Secret.NewId()}";

    private async Task<InvitationOutcome> WriteAsync(string id, Func<DirectorySnapshot, Decision> decide, string words, CancellationToken cancellationToken)
    {
        var outcome = await writer.WriteAsync(decide, cancellationToken: cancellationToken);
        return outcome.IsWritten && current.Value.Register.Account(id) is { } account ? new(outcome, account, await SendAsync(account, words, cancellationToken)) : new(outcome, null, false);
    }

    private async Task<bool> SendAsync(Account account, string words, CancellationToken cancellationToken)
    {
        try
        {
            await (letters.CanBeSent ? letters.SendAsync(account, words, cancellationToken) : Task.CompletedTask);
            return letters.CanBeSent;
        }
        catch (Exception error) when (error is LetterRefusedException or LedgerUnavailableException)
        {
            log.AccountLetterFailed(error, account.Id);
            return false;
        }
    }

    private async Task EndAsync(string accountId, CancellationToken cancellationToken)
    {
        try
        {
            await sessions.EndAllAsync(accountId, null, cancellationToken);
            await tokens.RevokeAllAsync(accountId, cancellationToken);
        }
        catch (LedgerUnavailableException error)
        {
            log.AccountLeftOpen(error, accountId);
        }
    }
}
