using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Tells whoever submitted a request that it was returned, and why; when they have no account any more, all focal points of the State.</summary>
public sealed class ReturnLetters(CurrentSnapshot current, Outbox outbox, LetterAddress address, ILogger<ReturnLetters> log)
{
    /// <summary>Sends the letters about a request that was returned.</summary>
    /// <returns>Whether at least one is under way; otherwise the State must be told another way.</returns>
    public async Task<bool> SendAsync(string requestId, CancellationToken cancellationToken)
    {
        var snapshot = current.Value;
        if (!outbox.IsSetUp || snapshot.Register.Request(requestId) is not { } request)
        {
            return false;
        }

        var revision = snapshot.Register.RequestRevision(requestId);
        var told = false;
        foreach (var reader in Readers(snapshot, request).ToList())
        {
            told |= await SendAsync($"returned/{requestId}/{revision}/{reader.Id}", Letter(snapshot, request, reader), reader.Id, cancellationToken);
        }

        return told;
    }

    private static IEnumerable<Account> Readers(DirectorySnapshot snapshot, ChangeRequest request) =>
        snapshot.Register.Account(request.SubmittedBy ?? "") is { Email: not null } by && by.IsOpen() ? [by]
        : snapshot.Register.Accounts.Where(account => account is { Role: ActorRole.FocalPoint, Email: not null } && account.IsOpen() && account.StateCode == request.StateCode);

    private Letter Letter(DirectorySnapshot snapshot, ChangeRequest request, Account reader)
    {
        var language = PageLanguage.Find(Codes.UnLanguages.CodeOf(reader.Language)) ?? PageLanguage.Complete[0];
        var texts = new Texts(language);
        var view = snapshot.View(Audience.Secretariat);
        var (state, fields) = (texts.InSentence(view.State(request.StateCode)!.Record), new FieldWords(texts));
        var lines = request.Changes.Select(change => "- " + new LineWords(texts, fields).Name(new(request, view), change)).Take(20);
        var text = texts["Review.LetterText", state, request.DecisionReason!, string.Join('\n', lines), address.Base is null ? "" : address.To($"/{language.Tag}/manage/{request.StateCode}")];
        return new(reader.Email!, texts["Review.LetterSubject", state], text, language.Tag);
    }

    private async Task<bool> SendAsync(string key, Letter letter, string reader, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.EnqueueAsync(key, letter, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is LetterRefusedException or LedgerUnavailableException)
        {
            log.AccountLetterFailed(error, reader);
            return false;
        }
    }
}
