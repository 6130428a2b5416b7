using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Accounts.Links;

/// <summary>Writes to whoever asked for a link, where an open account has the address.</summary>
public sealed class SignInLetters(CurrentSnapshot current, OneTimeLinks links, AccountLetters letters, Quota quota)
{
    /// <summary>How many letters go to one address in an hour.</summary>
    public const int MostOfAddress = 5;

    /// <summary>Sends the letter that the address is to get, if any.</summary>
    public async Task AnswerAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        if (current.Value.Register.AccountWithEmail(request.Email) is { } account && await quota.TakeAsync($"letters to {account.Id}", MostOfAddress, cancellationToken))
        {
            await (account.Login is null ? SendLinkAsync(account, request.ReturnPath, cancellationToken) : letters.SendAsync(account, "AccountLetters.UseLogin", cancellationToken));
        }
    }

    private async Task SendLinkAsync(Account account, string? returnPath, CancellationToken cancellationToken)
    {
        var (id, secret) = await links.MakeAsync(account.Id, LinkPurpose.SignIn, account.Email!, returnPath, cancellationToken);
        await letters.SendLinkAsync(account, "AccountLetters.Link", $"sign-in/{id}?key={secret}", id, cancellationToken);
    }
}
