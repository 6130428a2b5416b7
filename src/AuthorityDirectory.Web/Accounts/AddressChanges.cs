using AuthorityDirectory.Accounts;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts.Links;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Changes of an account's own address: the new one says yes before it holds, and the old one is told.</summary>
public sealed class AddressChanges(LedgerWriter writer, OneTimeLinks links, AccountLetters letters, ILogger<AddressChanges> log)
{
    /// <summary>Sends a link to the new address; nothing changes yet.</summary>
    public async Task AskAsync(Account account, string email, CancellationToken cancellationToken)
    {
        var (id, secret) = await links.MakeAsync(account.Id, LinkPurpose.NewAddress, email, null, cancellationToken);
        await letters.SendLinkAsync(account with { Email = email }, "AccountLetters.NewAddress", $"sign-in/address/{id}?key={secret}", id, cancellationToken);
    }

    /// <summary>Makes the new address hold, and tells the old one.</summary>
    public async Task<WriteOutcome> HoldAsync(Account account, string email, CancellationToken cancellationToken)
    {
        var outcome = await writer.WriteAsync(snapshot => AccountRules.ChangeEmail(snapshot, account, account.Id, email), cancellationToken: cancellationToken);
        if (outcome.IsWritten)
        {
            await TellAsync(account, cancellationToken);
        }

        return outcome;
    }

    private async Task TellAsync(Account account, CancellationToken cancellationToken)
    {
        try
        {
            await letters.SendAsync(account, "AccountLetters.OldAddress", cancellationToken);
        }
        catch (Exception error) when (error is LetterRefusedException or LedgerUnavailableException)
        {
            log.AccountLetterFailed(error, account.Id);
        }
    }
}
