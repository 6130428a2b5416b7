using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Ledger;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

/// <summary>Whatever goes wrong between us and the store, an append ends with its entry once on the ledger, or with a word why not.</summary>
/// <remarks>Each test has a server of its own, and the client its production settings: what it retries by itself is part of what is tested.</remarks>
public sealed class CosmosFaultTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    private readonly CosmosAccount _account = new();
    private ILedgerStore? _opened;
    private string _partition = null!;

    private ILedgerStore Store => _opened!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => [.. Answers.Keys];

    public async ValueTask InitializeAsync()
    {
        await _account.InitializeAsync();
        _account.Server.OnRequest = null;
        _partition = CosmosAccount.NewName();
        _opened = _account.OpenLedger(_partition);
    }

    public async ValueTask DisposeAsync()
    {
        await (_opened?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _account.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_append_is_on_the_ledger_once(string fault)
    {
        var entries = SomeEntries.Ledger(3);
        var (operation, answer) = Answers[fault];
        await AppendAsync(entries[0]);
        var before = _account.Server.Count(operation);
        _account.Server.OnRequest = call => call.Operation == operation ? answer(call.Number - before) : null;

        await AppendAsync(entries[1]);
        await AppendAsync(entries[2]);

        _account.Server.OnRequest = null;
        Assert.True(_account.Server.Count(operation) > before);
        await AssertLedgerAsync(entries);
    }

    [Fact]
    public async Task What_is_not_allowed_is_read_only_and_nothing_is_appended()
    {
        FailCreate(_ => Fault.Answer(403));

        Assert.Equal(AppendResult.ReadOnly, await Store.Ledger.AppendAsync(SomeEntries.After(null), Token));

        Assert.Equal(1, _account.Server.Count(CosmosOperation.Create));
        await AssertLedgerAsync([]);
    }

    [Fact]
    public async Task What_the_service_finds_too_large_is_too_large()
    {
        FailCreate(_ => Fault.Answer(413));

        Assert.Equal(AppendResult.TooLarge, await Store.Ledger.AppendAsync(SomeEntries.After(null), Token));
    }

    [Fact]
    public async Task What_the_service_does_not_understand_is_a_fault_of_ours()
    {
        FailCreate(_ => Fault.Answer(400));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.Ledger.AppendAsync(SomeEntries.After(null), Token));
        Assert.Equal(1, _account.Server.Count(CosmosOperation.Create));
    }

    [Fact]
    public async Task A_store_that_is_away_is_unavailable_within_the_deadline_and_the_entry_is_taken_when_it_is_back()
    {
        await using var store = _account.OpenLedger(_partition, new() { Deadline = TimeSpan.FromSeconds(1), Attempt = TimeSpan.FromMilliseconds(400) });
        var entries = SomeEntries.Ledger(2);
        Assert.Equal(AppendResult.Appended, await store.Ledger.AppendAsync(entries[0], Token));
        _account.Server.OnRequest = _ => Fault.Drop;

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await store.Ledger.AppendAsync(entries[1], Token));
        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await store.Ledger.ReadAsync(1, Token));
        _account.Server.OnRequest = null;

        Assert.Equal(AppendResult.Appended, await store.Ledger.AppendAsync(entries[1], Token));
        await AssertLedgerAsync(entries);
    }

    [Fact]
    public async Task A_store_that_says_when_to_come_again_is_quoted()
    {
        await using var store = _account.OpenLedger(_partition, new() { Deadline = TimeSpan.FromSeconds(1) });
        await store.Ledger.ReadAsync(0, Token);
        _account.Server.OnRequest = call => call.Operation == CosmosOperation.Read ? Fault.Answer(503, retryAfter: TimeSpan.FromSeconds(7)) : null;

        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await store.Ledger.ReadAsync(1, Token));

        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
    }

    [Theory]
    [InlineData(404, 1002)]
    [InlineData(404, 1003)]
    [InlineData(401, 0)]
    [InlineData(403, 0)]
    [InlineData(500, 0)]
    public async Task Only_a_missing_entry_is_the_end_of_the_ledger(int status, int substatus)
    {
        await AppendAsync(SomeEntries.After(null));
        await using var store = _account.OpenLedger(_partition, new() { Attempt = TimeSpan.FromMilliseconds(300) });
        await store.Ledger.ReadAsync(0, Token);
        _account.Server.OnRequest = call => call.Operation == CosmosOperation.Read ? Fault.Answer(status, substatus) : null;

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await store.Ledger.ReadAsync(1, Token));
    }

    [Fact]
    public async Task After_many_failures_writing_rests_and_fails_at_once_while_reading_goes_on()
    {
        var entries = SomeEntries.Ledger(2);
        await AppendAsync(entries[0]);
        FailCreate(_ => Fault.Answer(503));
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await Store.Ledger.AppendAsync(entries[1], Token));
        }

        var sent = _account.Server.Count(CosmosOperation.Create);
        var error = await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await Store.Ledger.AppendAsync(entries[1], Token));

        Assert.NotNull(error.RetryAfter);
        Assert.Equal(sent, _account.Server.Count(CosmosOperation.Create));
        await AssertLedgerAsync(entries.Take(1));
    }

    [Fact]
    public async Task A_redaction_whose_second_half_failed_is_finished_when_it_is_sent_again()
    {
        var entries = SomeEntries.Ledger(1);
        await AppendAsync(entries[0]);
        var redacting = SomeEntries.Redacting(entries[0], entries[0], CodeLists.Audience.Government);
        _account.Server.OnRequest = call => call is { Operation: CosmosOperation.Replace, Number: > 1 } ? Fault.Answer(503) : null;

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await Store.Ledger.AppendAsync(redacting, Token));
        _account.Server.OnRequest = null;

        Assert.Equal(AppendResult.AlreadyAppended, await Store.Ledger.AppendAsync(redacting, Token));
        await AssertRedactedInStoreAsync();
    }

    [Fact]
    public async Task A_redaction_that_stopped_half_way_is_not_shown_and_is_finished_by_whoever_loads_next()
    {
        var entries = SomeEntries.Ledger(1);
        await AppendAsync(entries[0]);
        var redacting = SomeEntries.Redacting(entries[0], entries[0], CodeLists.Audience.Government);
        _account.Server.OnRequest = call => call is { Operation: CosmosOperation.Replace, Number: > 1 } ? Fault.Answer(503) : null;
        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await Store.Ledger.AppendAsync(redacting, Token));

        await using var other = _account.OpenLedger(_partition);
        var shown = (await other.Ledger.ReadAsync(0, Token)).Entries;
        Assert.Null(shown[0].Changes[0].Parts[1].Body);
        _account.Server.OnRequest = null;
        await other.Ledger.ReadAsync(0, Token);

        await AssertRedactedInStoreAsync();
    }

    [Fact]
    public async Task Who_may_not_replace_redacts_nothing_and_appends_nothing()
    {
        var entries = SomeEntries.Ledger(1);
        await AppendAsync(entries[0]);
        _account.Server.OnRequest = call => call.Operation == CosmosOperation.Replace ? Fault.Answer(403) : null;

        var result = await Store.Ledger.AppendAsync(SomeEntries.Redacting(entries[0], entries[0], CodeLists.Audience.Government), Token);

        Assert.Equal(AppendResult.ReadOnly, result);
        await AssertLedgerAsync(entries);
    }

    [Fact]
    public async Task A_store_that_lost_what_was_read_takes_nothing_on_top()
    {
        var entries = SomeEntries.Ledger(2);
        await AppendAsync(entries[0]);
        _account.Server.OnRequest = call => call.Operation == CosmosOperation.Read ? Fault.Answer(404) : null;

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await Store.Ledger.AppendAsync(entries[1], Token));

        _account.Server.OnRequest = null;
        await AssertLedgerAsync(entries.Take(1));
    }

    [Fact]
    public async Task An_entry_that_was_tampered_with_is_named()
    {
        var entries = SomeEntries.Ledger(3);
        await PutInPlaceAsync(entries, CosmosDocument.Write(entries[1] with { Reason = "Another." }, _partition));

        await AssertDamagedAsync("Entry 2: its hash does not fit its content");
    }

    [Fact]
    public async Task An_item_that_is_no_entry_is_named()
    {
        var item = $$$"""{"id":"000000000002","ledger":"{{{_partition}}}","entry":{}}""";
        await PutInPlaceAsync(SomeEntries.Ledger(3), new MemoryStream(System.Text.Encoding.UTF8.GetBytes(item)));

        await AssertDamagedAsync("Item 000000000002 of the container ledger is damaged");
    }

    /// <summary>What goes wrong with the first requests after the ledger has its first entry; the number counts them.</summary>
    private static readonly Dictionary<string, (CosmosOperation Operation, Func<int, Fault?> Answer)> Answers = new(StringComparer.Ordinal)
    {
        ["the answer is lost after the write"] = (CosmosOperation.Create, number => number == 1 ? Fault.DropAfterWork : null),
        ["every first answer is lost after the write"] = (CosmosOperation.Create, number => number % 2 == 1 ? Fault.DropAfterWork : null),
        ["408 after the write"] = (CosmosOperation.Create, number => number == 1 ? Fault.AnswerAfterWork(408) : null),
        ["500 after the write"] = (CosmosOperation.Create, number => number == 1 ? Fault.AnswerAfterWork(500) : null),
        ["503 twice"] = (CosmosOperation.Create, number => number <= 2 ? Fault.Answer(503) : null),
        ["429 three times"] = (CosmosOperation.Create, number => number <= 3 ? Fault.Answer(429, 3200, Soon) : null),
        ["449 twice"] = (CosmosOperation.Create, number => number <= 2 ? Fault.Answer(449) : null),
        ["410 once"] = (CosmosOperation.Create, number => number == 1 ? Fault.Answer(410, 1002) : null),
        ["403 because another region writes"] = (CosmosOperation.Create, number => number == 1 ? Fault.Answer(403, 3) : null),
        ["dropped before the write, twice"] = (CosmosOperation.Create, number => number <= 2 ? Fault.Drop : null),
        ["slower than an attempt"] = (CosmosOperation.Create, number => number == 1 ? Fault.Late(TimeSpan.FromSeconds(3.5)) : null),
        ["the position before is read with 503"] = (CosmosOperation.Read, number => number == 1 ? Fault.Answer(503) : null),
        ["the position before is read with a broken connection"] = (CosmosOperation.Read, number => number == 1 ? Fault.Drop : null),
        ["the position before is on a lagging replica"] = (CosmosOperation.Read, number => number == 1 ? Fault.Answer(404, 1002) : null),
    };

    private void FailCreate(Func<CosmosCall, Fault?> answer) =>
        _account.Server.OnRequest = call => call.Operation == CosmosOperation.Create ? answer(call) : null;

    private async Task AppendAsync(LedgerEntry entry) =>
        Assert.Contains(await Store.Ledger.AppendAsync(entry, Token), new[] { AppendResult.Appended, AppendResult.AlreadyAppended });

    private async Task AssertLedgerAsync(IEnumerable<LedgerEntry> expected)
    {
        await using var other = _account.OpenLedger(_partition);
        var page = await other.Ledger.ReadAsync(0, Token);
        Assert.Equal(expected.Select(entry => entry.Hash), page.Entries.Select(entry => entry.Hash));
    }

    /// <summary>Appends entries, then puts something else in the place of the second.</summary>
    private async Task PutInPlaceAsync(IEnumerable<LedgerEntry> entries, Stream item)
    {
        foreach (var entry in entries)
        {
            await AppendAsync(entry);
        }

        using var containers = new CosmosContainers(_account.Options);
        using var response = await containers.Ledger.ReplaceItemStreamAsync(item, CosmosDocument.Id(2), new(_partition), cancellationToken: Token);
        response.EnsureSuccessStatusCode();
    }

    private async Task AssertDamagedAsync(string what)
    {
        await using var other = _account.OpenLedger(_partition);
        var error = await Assert.ThrowsAsync<StorageRefusedException>(async () => await other.Ledger.ReadAsync(0, Token));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    private async Task AssertRedactedInStoreAsync()
    {
        using var containers = new CosmosContainers(_account.Options);
        using var item = await containers.Ledger.ReadItemStreamAsync(CosmosDocument.Id(1), new(_partition), cancellationToken: Token);
        var entry = await CosmosDocument.ReadAsync(item.Content, Token);
        Assert.Equal([false, true, false], entry.Changes[0].Parts.Select(part => part.Body is null && part.Salt is null));
    }
}
