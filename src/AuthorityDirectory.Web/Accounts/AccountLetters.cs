using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>Letters about accounts, in the account's language where the directory has it; their words are in <c>Resources/AccountLetters.resx</c>.</summary>
/// <remarks>In their words {0} is the link, {1} the account's name or address, {2} the role, with the State in brackets.</remarks>
public sealed class AccountLetters(Outbox outbox, LetterAddress address)
{
    /// <summary>How long the key of a letter that is answered within minutes is remembered.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromHours(1);

    /// <summary>Whether letters can be sent from here.</summary>
    public bool CanBeSent => outbox.IsSetUp && address.Base is not null;

    /// <summary>Sends a letter of a kind, which leads to the page for signing in.</summary>
    /// <param name="account">To whom.</param>
    /// <param name="words">The key of its words, without <c>_Subject</c> and <c>_Text</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="LetterRefusedException">The letter may not be sent; the message says why.</exception>
    public Task SendAsync(Account account, string words, CancellationToken cancellationToken) => SendLinkAsync(account, words, "sign-in", Secret.NewId(), cancellationToken);

    /// <summary>Sends a letter of a kind with a link of its own, under the name that the link has.</summary>
    public Task SendLinkAsync(Account account, string words, string path, string id, CancellationToken cancellationToken)
    {
        var language = PageLanguage.Find(Codes.UnLanguages.CodeOf(account.Language)) ?? PageLanguage.Complete[0];
        var texts = new Texts(language);
        var link = address.To($"/{language.Tag}/{path}");
        var letter = new Letter(account.Email!, texts[$"{words}_Subject"], texts[$"{words}_Text", link, account.Name ?? account.Email!, Role(texts, account)], language.Tag);
        return outbox.EnqueueAsync($"account/{id}", letter, Short, cancellationToken);
    }

    private static string Role(Texts texts, Account account) =>
        texts.Label(Codes.ActorRoles, account.Role) + (account.StateCode is { } state ? $" ({state})" : "");
}
