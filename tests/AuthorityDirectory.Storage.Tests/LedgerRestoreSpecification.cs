using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests;

/// <summary>What every store does with a whole ledger from elsewhere. Entry 6 of the ledger redacts a part of entry 2.</summary>
public abstract class LedgerRestoreSpecification
{
    private static readonly IReadOnlyList<LedgerEntry> Before = SomeEntries.Ledger(5);

    protected static IReadOnlyList<LedgerEntry> Entries { get; } = Redacted();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The store of this test.</summary>
    protected abstract ILedgerRestore Restoring { get; }

    /// <summary>The same store as whoever starts on it opens it.</summary>
    protected abstract ILedger Open();

    [Fact]
    public async Task A_ledger_with_a_redaction_is_restored_whole_and_goes_on()
    {
        Assert.Equal(6, await RestoreAsync(Entries));

        await AssertHoldsAsync(Entries);
        var ledger = Open();
        await ledger.ReadAsync(0, Token);
        Assert.Equal(AppendResult.Appended, await ledger.AppendAsync(SomeEntries.After(Entries[^1]), Token));
    }

    [Fact]
    public async Task The_beginning_of_the_same_ledger_is_completed_and_loses_what_is_redacted_later()
    {
        await RestoreAsync(Before);

        Assert.Equal(1, await RestoreAsync(Entries));
        Assert.Equal(0, await RestoreAsync(Entries));

        await AssertHoldsAsync(Entries);
    }

    [Fact]
    public async Task Where_it_is_not_to_go_on_even_the_beginning_is_refused()
    {
        await RestoreAsync(Before);

        await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync(Entries, mayContinue: false));

        await AssertHoldsAsync(Before);
    }

    [Fact]
    public async Task A_store_of_another_ledger_is_left_alone()
    {
        var other = SomeEntries.Ledger(2);
        await RestoreAsync(other);

        await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync(Entries));

        await AssertHoldsAsync(other);
    }

    [Fact]
    public async Task A_store_that_went_on_is_left_alone()
    {
        await RestoreAsync(Entries);

        await Assert.ThrowsAsync<StorageRefusedException>(() => RestoreAsync(Entries.Take(3).ToArray()));

        await AssertHoldsAsync(Entries);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task What_is_stopped_midway_ends_whole_when_it_is_given_again(long at)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Restoring.RunAsync(Entries, mayContinue: true, new At(at, stop), stop.Token));
        await RestoreAsync(Entries);

        await AssertHoldsAsync(Entries);
    }

    protected Task<long> RestoreAsync(IReadOnlyList<LedgerEntry> entries, bool mayContinue = true) =>
        Restoring.RunAsync(entries, mayContinue, new Progress<long>(), Token);

    protected async Task AssertHoldsAsync(IReadOnlyList<LedgerEntry> entries) =>
        Assert.Equal(entries.Select(LedgerEntryJson.Write), (await Open().ReadAsync(0, Token)).Entries.Select(LedgerEntryJson.Write));

    private static IReadOnlyList<LedgerEntry> Redacted()
    {
        var redacting = SomeEntries.Redacting(Before[^1], Before[1], Audience.Government);
        var redactions = new LedgerRedactions();
        redactions.Add(redacting);
        return [.. Before.Select(redactions.Apply), redacting];
    }

    /// <summary>Stops after an entry.</summary>
    protected sealed class At(long sequence, CancellationTokenSource stop) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value == sequence)
            {
                stop.Cancel();
            }
        }
    }
}
