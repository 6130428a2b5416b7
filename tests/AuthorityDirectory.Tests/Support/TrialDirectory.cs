using System.Security.Cryptography;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Tests.Support;

/// <summary>A directory on a ledger in memory, written to by the real write path.</summary>
public sealed class TrialDirectory : IDisposable
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    public TrialDirectory(ILedger? ledger = null)
    {
        Ledger = ledger ?? new InMemoryLedger();
        Current = new(Ledger, Clock);
        Writer = new(Ledger, Current, Clock, _random);
    }

    public SetClock Clock { get; } = new(new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero));

    public ILedger Ledger { get; }

    public CurrentSnapshot Current { get; }

    public LedgerWriter Writer { get; }

    public DirectoryView Public => Current.Value.View(Audience.Public);

    /// <summary>The view of one day on these records alone.</summary>
    public static DirectoryView View(DateOnly day, params DirectoryRecord[] records)
    {
        using var directory = new TrialDirectory();
        directory.Clock.Now = new(day, default, TimeSpan.Zero);
        directory.Write(records);
        return directory.Current.Value.View(Audience.Secretariat);
    }

    public long Write(params DirectoryRecord[] records) => Write(new Draft { Actor = Actor.System, Records = records });

    public long Write(Draft draft)
    {
        var outcome = WriteAsync(_ => Decision.Accept(draft)).GetAwaiter().GetResult();
        Assert.True(outcome.IsWritten, outcome.Reason);
        return outcome.Position;
    }

    public Task<WriteOutcome> WriteAsync(Func<DirectorySnapshot, Decision> decide, string? appendId = null) =>
        Writer.WriteAsync(decide, appendId, TestContext.Current.CancellationToken);

    public Task<WriteOutcome> ImportAsync(string key, Draft draft) => Writer.WriteBatchAsync(key, draft, TestContext.Current.CancellationToken);

    public Task<DirectorySnapshot> FollowAsync() => Current.RefreshAsync(TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<LedgerEntry>> EntriesAsync() => (await Ledger.ReadAsync(0, TestContext.Current.CancellationToken)).Entries;

    public void Dispose()
    {
        Writer.Dispose();
        Current.Dispose();
        _random.Dispose();
    }
}
