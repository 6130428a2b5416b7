using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Reports;

namespace AuthorityDirectory.Web.Upkeep;

/// <summary>Letters that remind of an entry, in the account's language where the directory has it; their words are in <c>Resources/ReminderLetters.resx</c>.</summary>
/// <remarks>In their words {0} is the entry's name, {1} the lines that are due, {2} the link, {3} its last day, {4} when the first of the lines was confirmed.</remarks>
public sealed class ReminderLetters(Outbox outbox, ConfirmationLinks links, LetterAddress address, TimeProvider time)
{
    /// <summary>Whether it is known where links are to lead.</summary>
    public bool CanBeWritten => address.Base is not null;

    /// <summary>Gives the letter to the outbox, with a link of its own; the same key again is the same letter.</summary>
    /// <exception cref="LetterRefusedException">The letter may not be sent; the message says why.</exception>
    public async Task GiveAsync(string key, Reminder reminder, AuthorityEntry entry, Account account, TimeSpan remembered, CancellationToken cancellationToken)
    {
        var (id, secret) = await links.MakeAsync(account.Id, reminder.AuthorityId, entry.Revision, cancellationToken);
        var language = PageLanguage.Find(Codes.UnLanguages.CodeOf(account.Language)) ?? PageLanguage.Complete[0];
        var letter = Write(reminder, entry, account, new(language), address.To($"/{language.Tag}/confirm/{id}?key={secret}"));
        if (!await outbox.EnqueueAsync(key, letter, remembered, cancellationToken))
        {
            await links.DropAsync(id, cancellationToken);
        }
    }

    private Letter Write(Reminder reminder, AuthorityEntry entry, Account account, Texts texts, string link)
    {
        var until = DateOnly.FromDateTime((time.GetUtcNow() + ConfirmationLinks.Lifetime).UtcDateTime);
        object[] values = [entry.Record.Name, Lines(reminder, entry, texts), link, texts.Day(until), reminder.ConfirmedOn is { } day ? texts.Day(day) : ""];
        return new(account.Email!, texts[$"{Words(reminder.Stage)}_Subject", values], texts[$"{Words(reminder.Stage)}_Text", values], texts.Language.Tag);
    }

    private static string Words(ReminderStage stage) => stage switch
    {
        ReminderStage.Due => "ReminderLetters.Due",
        ReminderStage.Month => "ReminderLetters.Month",
        ReminderStage.Overdue => "ReminderLetters.Overdue",
        _ => "ReminderLetters.Never",
    };

    private static string Lines(Reminder reminder, AuthorityEntry entry, Texts texts) => string.Join('\n', Line.Of(entry)
        .Where(line => reminder.Lines.Contains(line.Id))
        .Select(line => texts["ReminderLetters.Line", new ReportedLine(entry.State, entry, line).Text(texts)]));
}
