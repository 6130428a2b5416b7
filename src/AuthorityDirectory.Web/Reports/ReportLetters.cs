using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Reports;

/// <summary>Tells the State's focal points and the Secretariat of a report, and the reader of its answer.</summary>
/// <remarks>What an unknown reader wrote stands in no letter: the directory is not to be used for sending words to others.</remarks>
public sealed class ReportLetters(Outbox outbox, LetterAddress address, CurrentSnapshot current, ILogger<ReportLetters> log)
{
    /// <summary>Tells those who are to answer.</summary>
    public async Task TellAsync(ReaderReport report, CancellationToken cancellationToken)
    {
        foreach (var account in current.Value.Register.Accounts.Where(each => each.Email is not null && Mandate.Allows(each, Permission.AnswerReports, report.StateCode)))
        {
            var desk = account.Role == ActorRole.FocalPoint ? $"manage/{report.StateCode}/reports" : "review/reports";
            await SendAsync($"report/{report.Receipt}/{account.Id}", account.Email!, Language(account), "ReportLetters.New", desk, report, cancellationToken);
        }
    }

    /// <summary>Tells the reader, where they said where.</summary>
    public Task AnswerAsync(ReaderReport report, CancellationToken cancellationToken) => report.Email is not { } email ? Task.CompletedTask
        : SendAsync($"report/{report.Receipt}/answer", email, PageLanguage.Find(report.Language) ?? PageLanguage.Complete[0], "ReportLetters.Answer", $"report/{report.Receipt}", report, cancellationToken);

    /// <summary>The report is kept whether or not a letter goes out: the desks show it.</summary>
    private async Task SendAsync(string key, string to, PageLanguage language, string words, string path, ReaderReport report, CancellationToken cancellationToken)
    {
        if (!outbox.IsSetUp || address.Base is null)
        {
            return;
        }

        var texts = new Texts(language);
        var values = new object[] { report.LineId, report.Receipt, address.To($"/{language.Tag}/{path}"), texts.Day(report.DueOn) };
        try
        {
            await outbox.EnqueueAsync(key.ToLowerInvariant(), new(to, texts[$"{words}_Subject", values], texts[$"{words}_Text", values], language.Tag), cancellationToken);
        }
        catch (LetterRefusedException refusal)
        {
            log.LetterNotWritten(key, refusal.Message);
        }
    }

    private static PageLanguage Language(Account account) => PageLanguage.Find(Codes.UnLanguages.CodeOf(account.Language)) ?? PageLanguage.Complete[0];
}
