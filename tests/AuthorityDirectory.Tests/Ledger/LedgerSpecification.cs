using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Ledger;

/// <summary>What every store of the ledger does. A store's tests derive from it and say how to open one.</summary>
public abstract class LedgerSpecification
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_ledger_is_empty()
    {
        await using var store = await OpenAsync();

        var page = await store.Ledger.ReadAsync(0, Token);

        Assert.Empty(page.Entries);
        Assert.True(page.CaughtUp);
    }

    [Fact]
    public async Task Entries_are_read_as_they_were_written_and_in_order()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(25);

        await AppendAllAsync(store.Ledger, entries);

        AssertSame(entries, await ReadAllAsync(store.Ledger));
    }

    [Fact]
    public async Task Reading_starts_after_the_position_that_is_known()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(5);
        await AppendAllAsync(store.Ledger, entries);

        AssertSame(entries.Skip(3), await ReadAllAsync(store.Ledger, after: 3));
        Assert.Empty(await ReadAllAsync(store.Ledger, after: 5));
        Assert.Empty(await ReadAllAsync(store.Ledger, after: 500));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(301);
        await AppendAllAsync(store.Ledger, entries);

        AssertSame(entries, await ReadAllAsync(store.Ledger));
    }

    [Fact]
    public async Task The_same_act_is_appended_once_however_often_it_is_tried()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(3);
        await AppendAllAsync(store.Ledger, entries);

        Assert.Equal(AppendResult.AlreadyAppended, await store.Ledger.AppendAsync(entries[2], Token));
        Assert.Equal(AppendResult.AlreadyAppended, await store.Ledger.AppendAsync(entries[0], Token));
        AssertSame(entries, await ReadAllAsync(store.Ledger));
    }

    [Fact]
    public async Task Two_acts_for_one_position_conflict_and_the_first_stays()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(2);
        await AppendAllAsync(store.Ledger, entries);

        Assert.Equal(AppendResult.Conflict, await store.Ledger.AppendAsync(SomeEntries.After(entries[0]), Token));
        AssertSame(entries, await ReadAllAsync(store.Ledger));
    }

    [Fact]
    public async Task A_position_cannot_be_skipped()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(3);
        await AppendAllAsync(store.Ledger, entries.Take(1));

        Assert.Equal(AppendResult.Conflict, await store.Ledger.AppendAsync(entries[2], Token));
        AssertSame(entries.Take(1), await ReadAllAsync(store.Ledger));
    }

    [Fact]
    public async Task An_entry_has_at_most_the_bytes_of_the_limit()
    {
        await using var store = await OpenAsync();
        var largest = SomeEntries.OfLength(null, LedgerLimits.EntryBytes);
        var larger = SomeEntries.OfLength(largest, LedgerLimits.EntryBytes + 1);

        Assert.Equal(AppendResult.Appended, await store.Ledger.AppendAsync(largest, Token));
        Assert.Equal(AppendResult.TooLarge, await store.Ledger.AppendAsync(larger, Token));
        AssertSame([largest], await ReadAllAsync(store.Ledger));
    }

    [Fact]
    public async Task Of_many_writers_one_wins_each_position()
    {
        await using var store = await OpenAsync();

        var acts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => WriteAsync(store.Ledger, acts: 10), Token)));

        var entries = await ReadAllAsync(store.Ledger);
        Assert.Equal(80, entries.Count);
        Assert.Equal(acts.SelectMany(act => act).Order(StringComparer.Ordinal), entries.Select(entry => entry.AppendId).Order(StringComparer.Ordinal));
        AssertVerifies(entries);
    }

    [Fact]
    public async Task A_redacted_part_is_read_without_salt_and_body_and_the_chain_holds()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(3);
        var redacting = SomeEntries.Redacting(entries[2], entries[1], Audience.Government);
        LedgerEntry[] all = [.. entries, redacting, SomeEntries.After(redacting)];

        await AppendAllAsync(store.Ledger, all);

        var read = await ReadAllAsync(store.Ledger);
        Assert.Equal([false, true, false], read[1].Changes[0].Parts.Select(part => part.Body is null && part.Salt is null));
        Assert.Equal(entries[1].Changes[0].Parts.Select(part => part.Hash), read[1].Changes[0].Parts.Select(part => part.Hash));
        AssertSame(all.Where(entry => entry.Sequence != 2), read.Where(entry => entry.Sequence != 2));
        AssertVerifies(read);
    }

    [Fact]
    public async Task After_a_restart_everything_is_there_and_goes_on()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(4);
        await AppendAllAsync(store.Ledger, entries.Take(3));

        await store.ReopenAsync();

        AssertSame(entries.Take(3), await ReadAllAsync(store.Ledger));
        Assert.Equal(AppendResult.AlreadyAppended, await store.Ledger.AppendAsync(entries[1], Token));
        Assert.Equal(AppendResult.Appended, await store.Ledger.AppendAsync(entries[3], Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Random_changes_batches_and_redactions_project_to_the_same_whatever_the_store(int seed)
    {
        await using var store = await OpenAsync();
        var random = new Random(seed);
        var entries = RandomHistory.From(Enumerable.Range(0, 30).Select(_ => random.Next()));
        var expected = ProjectionText.Of(Projection.Empty.Apply(entries));

        await AppendAllAsync(store.Ledger, entries);
        Assert.Equal(expected, ProjectionText.Of(Projection.Empty.Apply(await ReadAllAsync(store.Ledger))));

        await store.ReopenAsync();
        var read = await ReadAllAsync(store.Ledger);
        Assert.Equal(expected, ProjectionText.Of(Projection.Empty.Apply(read)));
        AssertVerifies(read);
        AssertVerifies(read.Select(entry => entry.ForAudience(Audience.Public)), Audience.Public);
    }

    [Fact]
    public async Task An_entry_that_does_not_verify_is_its_writers_fault_and_changes_nothing()
    {
        await using var store = await OpenAsync();
        var entries = SomeEntries.Ledger(2);
        await AppendAllAsync(store.Ledger, entries);
        var next = SomeEntries.After(entries[1]);
        LedgerEntry[] wrong =
        [
            next with { Reason = "Something else." },
            LedgerChain.SealAfter(next, LedgerChain.Beginning),
            LedgerChain.Seal(next with { RecordedAt = entries[1].RecordedAt.AddMilliseconds(-1) }, entries[1]),
            next.ForAudience(Audience.Public),
            LedgerChain.Seal(next with { Redacts = [new Redaction(1, "authority.v1", "FR-001", Audience.Public, "Not there.")] }, entries[1]),
        ];

        foreach (var entry in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await store.Ledger.AppendAsync(entry, Token));
        }

        AssertSame(entries, await ReadAllAsync(store.Ledger));
    }

    [Fact]
    public async Task A_cancelled_append_changes_nothing()
    {
        await using var store = await OpenAsync();
        var entry = SomeEntries.After(null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Ledger.AppendAsync(entry, new CancellationToken(true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Ledger.ReadAsync(0, new CancellationToken(true)));

        Assert.Equal(AppendResult.Appended, await store.Ledger.AppendAsync(entry, Token));
    }

    /// <summary>An empty ledger in its store.</summary>
    protected abstract Task<ILedgerStore> OpenAsync();

    /// <summary>Whether the ledger, read from its beginning, verifies.</summary>
    protected static void AssertVerifies(IEnumerable<LedgerEntry> entries, Audience audience = Audience.Secretariat)
    {
        var verifier = new LedgerVerifier(audience);
        Assert.All(entries, entry => Assert.Null(verifier.Add(entry)));
        Assert.Null(verifier.Complete());
    }

    protected static void AssertSame(IEnumerable<LedgerEntry> expected, IEnumerable<LedgerEntry> actual) =>
        Assert.Equal(expected.Select(Line), actual.Select(Line));

    protected static async Task AppendAllAsync(ILedger ledger, IEnumerable<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            Assert.Equal(AppendResult.Appended, await ledger.AppendAsync(entry, Token));
        }
    }

    protected static async Task<List<LedgerEntry>> ReadAllAsync(ILedger ledger, long after = 0)
    {
        List<LedgerEntry> entries = [];
        LedgerPage page;
        do
        {
            page = await ledger.ReadAsync(after + entries.Count, Token);
            entries.AddRange(page.Entries);
        }
        while (!page.CaughtUp);
        return entries;
    }

    private static string Line(LedgerEntry entry) => System.Text.Encoding.UTF8.GetString(LedgerEntryJson.Write(entry));

    private static async Task<List<string>> WriteAsync(ILedger ledger, int acts)
    {
        List<string> done = [];
        while (done.Count < acts)
        {
            var entry = SomeEntries.After((await ReadAllAsync(ledger)).LastOrDefault());
            if (await ledger.AppendAsync(entry, Token) == AppendResult.Appended)
            {
                done.Add(entry.AppendId);
            }
        }

        return done;
    }
}

/// <summary>A ledger together with what it is stored in; disposing takes both away.</summary>
public interface ILedgerStore : IAsyncDisposable
{
    ILedger Ledger { get; }

    /// <summary>What a restart of the process does; nothing for a ledger that does not outlive its process.</summary>
    Task ReopenAsync();
}
