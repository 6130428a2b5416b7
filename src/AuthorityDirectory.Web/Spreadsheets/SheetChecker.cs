using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>Checks files behind the requests that brought them, two at a time, and says in the work store how far it is.</summary>
public sealed class SheetChecker(SheetChecks checks, CurrentSnapshot current, IHostApplicationLifetime lifetime, ILogger<SheetChecker> log) : IDisposable
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(500);

    /// <summary>Most files are done after so long, and their sender sees the answer at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _places = new(2);

    /// <summary>Begins, and waits a moment for the end.</summary>
    /// <param name="accountId">Who sent the file.</param>
    /// <param name="stateCode">The State that it may change; null for every State.</param>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="language">The language of the answer.</param>
    /// <param name="cancellationToken">Stops waiting; the check goes on.</param>
    /// <returns>The id of the check.</returns>
    public async Task<string> StartAsync(string accountId, string? stateCode, string name, byte[] content, PageLanguage language, CancellationToken cancellationToken)
    {
        var check = new SheetCheck { Id = RequestDrafts.NewId(), AccountId = accountId, StateCode = stateCode, FileName = name };
        var tag = await checks.WriteAsync(check, null, cancellationToken);
        var work = Task.Run(() => RunAsync(check, tag!, content, language), CancellationToken.None);
        await Task.WhenAny(work, Task.Delay(Patience, cancellationToken));
        return check.Id;
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    private async Task RunAsync(SheetCheck check, string tag, byte[] content, PageLanguage language)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        var sign = new SheetProgress(check);
        try
        {
            var work = Task.Run(() => CompareAsync(sign, content, language, stop.Token), stop.Token);
            while (await Task.WhenAny(work, Task.Delay(Pulse, stop.Token)) != work)
            {
                if (await checks.WriteAsync(sign.Check, tag, stop.Token) is not { } next)
                {
                    await stop.CancelAsync();
                    break;
                }

                tag = next;
            }

            await checks.WriteAsync(await KeepAsync(sign.Check, await work, language, stop.Token), tag, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // Its sender stopped it, or the directory ends: nothing is owed to anybody.
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Nobody waits for this task: what is not said here is said nowhere. The page tells the sender when it hears no more of it.
            log.SheetCheckBroke(error, check.Id);
        }
    }

    private async Task<LineReading> CompareAsync(SheetProgress sign, byte[] content, PageLanguage language, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            sign.Enter(SheetStage.Reading, null);
            var reading = await SpreadsheetFile.ReadAsync(content, sign.Check.FileName, sign, cancellationToken);
            sign.Enter(SheetStage.Comparing, reading.Table?.Sheets.Sum(sheet => sheet.Rows.Count) ?? 0);
            var view = current.Value.View(Audience.Secretariat);
            IReadOnlyList<StateEntry> states = sign.Check.StateCode is { } code ? [view.State(code)!] : view.States;
            return LineTableReader.Read(reading, view, states, SpreadsheetWords.From(language), sign, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Keeps what was found; more than the store takes is a fault of the file.</summary>
    private async Task<SheetCheck> KeepAsync(SheetCheck check, LineReading reading, PageLanguage language, CancellationToken cancellationToken)
    {
        foreach (var ofState in reading.Changes.GroupBy(change => change.StateCode))
        {
            try
            {
                await checks.KeepAsync(check, ofState.Key, [.. ofState], cancellationToken);
            }
            catch (ArgumentException)
            {
                var (wrong, remedy) = SpreadsheetWords.From(language)[0].Fault("TooLarge", [ofState.Key]);
                return check.With(reading with { Changes = [], Faults = [new(null, wrong, remedy)], FaultCount = 1 });
            }
        }

        return check.With(reading);
    }
}
