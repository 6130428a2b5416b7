using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Invites the administrator whom <c>Accounts:FirstAdministrator</c> names, where there is none: somebody has to invite the others. No letter is sent: whoever set the address knows.</summary>
public sealed class FirstAdministrator(LedgerWriter writer, CurrentSnapshot current, IConfiguration configuration, ILogger<FirstAdministrator> log)
{
    private const string Setting = "Accounts:FirstAdministrator";

    /// <summary>Writes the account; of several instances that start at once, one.</summary>
    /// <exception cref="StartRefusedException">The setting is no address, or belongs to another account.</exception>
    public async Task RunAsync()
    {
        var email = configuration[Setting]?.Trim();
        if (string.IsNullOrEmpty(email) || HasAdministrator(current.Value))
        {
            return;
        }

        if (Letter.MailboxFault(email) is not null)
        {
            throw new StartRefusedException($"{Setting} is \"{email}\". Allowed: one mail address such as administrator@example.org, and nothing else.");
        }

        try
        {
            await WriteAsync(new() { Id = $"a-{Secret.NewId()}", Role = ActorRole.Administrator, Email = email });
        }
        catch (Exception error) when (error is LedgerUnavailableException or StorageRefusedException)
        {
            log.FirstAdministratorWaits(error.Message);
        }
    }

    private async Task WriteAsync(Account account)
    {
        var outcome = await writer.WriteAsync(snapshot => HasAdministrator(snapshot) ? Decision.Refuse(RefusalReason.Overtaken, "") : AccountRules.Invite(snapshot, null, account));
        switch (outcome)
        {
            case { IsWritten: true }:
                log.FirstAdministratorInvited();
                break;
            case { Refusal: { Reason: not RefusalReason.Overtaken } refusal }:
                throw new StartRefusedException($"{Setting} is \"{account.Email}\", which cannot be the first administrator: {refusal.Message}");
            case { Refusal: null }:
                log.FirstAdministratorWaits(outcome.Reason!);
                break;
        }
    }

    private static bool HasAdministrator(DirectorySnapshot snapshot) => snapshot.Register.Accounts.Any(account => account.IsOpen() && account.Role == ActorRole.Administrator);
}
