using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;

namespace AuthorityDirectory.Web.Upkeep;

/// <summary>Reminds the focal points of each State, on their dates, of entries that are to be confirmed. The outbox sees to it that each letter goes out once.</summary>
public sealed class ReminderPost(CurrentSnapshot current, Outbox outbox, ReminderLetters letters, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ReminderPost> log)
    : SnapshotWork(current, time, log)
{
    /// <summary>How long a letter about an entry that was never confirmed keeps the next one back.</summary>
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private DateOnly _day;

    /// <inheritdoc/>
    protected override async Task DoAsync(DirectorySnapshot snapshot, CancellationToken cancellationToken)
    {
        await StartedAsync(cancellationToken);
        if (!outbox.IsSetUp || !letters.CanBeWritten)
        {
            return;
        }

        Forget(snapshot.Date);
        foreach (var account in snapshot.Register.Accounts.Where(each => each is { Role: ActorRole.FocalPoint, Email: not null } && each.IsOpen()))
        {
            await RemindAsync(snapshot, account, cancellationToken);
        }
    }

    private async Task RemindAsync(DirectorySnapshot snapshot, Account account, CancellationToken cancellationToken)
    {
        foreach (var entry in snapshot.View(Audience.Secretariat).State(account.StateCode!)?.Authorities ?? [])
        {
            if (Reminders.On(entry.Record, snapshot.Date) is { } reminder && !_given.Contains(Key(reminder, account)))
            {
                await GiveAsync(reminder, entry, account, cancellationToken);
            }
        }
    }

    private async Task GiveAsync(Reminder reminder, AuthorityEntry entry, Account account, CancellationToken cancellationToken)
    {
        var key = Key(reminder, account);
        try
        {
            await letters.GiveAsync(key, reminder, entry, account, reminder.Stage == ReminderStage.Never ? Year : Outbox.Remembered, cancellationToken);
        }
        catch (LetterRefusedException refusal)
        {
            log.LetterNotWritten(key, refusal.Message);
        }

        _given.Add(key);
    }

    /// <summary>The address of letters' links is known when the directory listens.</summary>
    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>What this instance gave to the outbox is asked for again on another day: the outbox knows what was sent.</summary>
    private void Forget(DateOnly day)
    {
        if (_day != day)
        {
            _given.Clear();
            _day = day;
        }
    }

    private static string Key(Reminder reminder, Account account) =>
        $"reminder/{reminder.AuthorityId}/{reminder.ConfirmedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "never"}/{reminder.Stage}/{account.Id}".ToLowerInvariant();
}
