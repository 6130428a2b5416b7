using AuthorityDirectory.Web.Hosting;

namespace AuthorityDirectory.Web.Mail;

/// <summary>Sends what waits in the outbox: at once what this instance was given, within seconds what another one left behind, and again after a while what could not be sent.</summary>
public sealed class OutboxSender(Outbox outbox, OutboxStore store, IMail mail, TelemetryMeter meter, TimeProvider time, ILogger<OutboxSender> log) : BackgroundService
{
    private const int AtOnce = 4;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private volatile Exception? _fault;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var timer = time.CreateTimer(_ => outbox.Wake(), null, TimeSpan.Zero, Interval);
        await foreach (var _ in outbox.CallsAsync(stoppingToken))
        {
            await SendDueAsync(stoppingToken);
        }
    }

    /// <summary>Sends every letter that is due, and ends what it has begun also when it is asked to stop; it throws nothing.</summary>
    public async Task SendDueAsync(CancellationToken stoppingToken)
    {
        try
        {
            var due = await store.DueAsync(stoppingToken);
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken }, async (letter, _) => await SendAsync(letter));
            Report(null);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            Report(error);
        }
    }

    private async Task SendAsync(WaitingLetter waiting)
    {
        if (await store.TakeAsync(waiting) is not { } letter)
        {
            return;
        }

        try
        {
            await mail.SendAsync(letter.Id, letter.Item.Letter, CancellationToken.None);
        }
        catch (Exception error)
        {
            await FailAsync(letter, error);
            return;
        }

        log.LetterSent(letter.Name, letter.Item.Attempts);
        meter.Mailed("Sent");
        await store.EndAsync(letter, new(true, time.GetUtcNow(), letter.Item.Attempts, null, null));
    }

    private Task FailAsync(WaitingLetter letter, Exception error)
    {
        if (error is not LetterRefusedException && letter.Item.Wait is { } wait)
        {
            log.LetterWaits(error, letter.Name, letter.Item.Attempts, wait);
            meter.Mailed("Retried");
            return store.PutOffAsync(letter, wait);
        }

        log.LetterGivenUp(error, letter.Name, letter.Item.Attempts);
        meter.Mailed("Failed");
        return store.EndAsync(letter, new(false, time.GetUtcNow(), letter.Item.Attempts, letter.Item.Letter.To, error.Message));
    }

    /// <summary>One line when the outbox stops or stops for another reason, and one when it goes on.</summary>
    private void Report(Exception? fault)
    {
        var before = Interlocked.Exchange(ref _fault, fault);
        if (fault is not null && before?.GetType() != fault.GetType())
        {
            log.OutboxStops(fault);
        }
        else if (fault is null && before is not null)
        {
            log.OutboxGoesOn();
        }
    }
}
