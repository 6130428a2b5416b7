using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

/// <summary>A long ledger costs more than a store gives in one go: what was read of it is not asked for again.</summary>
public sealed class CosmosLoadTests : IAsyncLifetime
{
    /// <summary>Two go on one page.</summary>
    private const int Large = 1_400_000;
    private const int Pages = 3;

    private readonly CosmosAccount _account = new();
    private readonly List<LedgerEntry> _entries = [];
    private readonly string _partition = CosmosAccount.NewName();
    private int _served;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What is answered to a request for a page in place of it: the request's number, and how many pages came before.</summary>
    public static TheoryData<string> Faults => [.. Answers.Keys];

    private static Dictionary<string, Func<int, int, Fault?>> Answers { get; } = new()
    {
        ["every page is put off more often than the client asks"] = (number, _) => number % 6 == 0 ? null : Fault.Answer(429, 3200, TimeSpan.FromMilliseconds(10)),
        ["every page but the first comes at the second request"] = (number, served) => served == 0 || number % 2 == 0 ? null : Fault.Answer(503),
        ["every connection but the first breaks once"] = (number, served) => served == 0 || number % 2 == 0 ? null : Fault.Drop,
    };

    public async ValueTask InitializeAsync()
    {
        await _account.InitializeAsync();
        _account.Server.OnRequest = null;
        await using var store = _account.OpenLedger(_partition);
        while (_entries.Count < 2 * Pages)
        {
            _entries.Add(SomeEntries.OfLength(_entries.LastOrDefault(), Large));
            await store.Ledger.AppendAsync(_entries[^1], Token);
        }
    }

    public ValueTask DisposeAsync() => _account.DisposeAsync();

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Each_page_is_read_once_however_often_it_is_put_off(string fault)
    {
        var answer = Answers[fault];
        Refuse(CosmosOperation.ChangeFeed, call => answer(call.Number, _served));
        await using var store = _account.OpenLedger(_partition);

        var page = await store.Ledger.ReadAsync(0, Token);

        Assert.Equal(_entries.Select(entry => entry.Hash), page.Entries.Select(entry => entry.Hash));
        Assert.Equal(Pages + 1, _served);
    }

    [Fact]
    public async Task A_store_that_is_away_from_the_beginning_is_not_waited_for()
    {
        Refuse(CosmosOperation.ChangeFeed, _ => Fault.Answer(503));
        await using var store = _account.OpenLedger(_partition);

        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await store.Ledger.ReadAsync(0, Token));

        Assert.Equal(1, _account.Server.Count(CosmosOperation.ChangeFeed));
    }

    [Fact]
    public async Task Whoever_catches_up_keeps_what_came_before_the_store_failed()
    {
        Refuse(CosmosOperation.Read, call => call.Path.EndsWith('5') ? Fault.Answer(503) : null);
        await using var store = _account.OpenLedger(_partition);

        var page = await store.Ledger.ReadAsync(1, Token);

        Assert.False(page.CaughtUp);
        Assert.Equal(_entries[1..4].Select(entry => entry.Hash), page.Entries.Select(entry => entry.Hash));
        await Assert.ThrowsAsync<LedgerUnavailableException>(async () => await store.Ledger.ReadAsync(4, Token));
    }

    private void Refuse(CosmosOperation operation, Func<CosmosCall, Fault?> answer) => _account.Server.OnRequest = call =>
    {
        if (call.Operation != operation)
        {
            return null;
        }

        var fault = answer(call);
        _served += fault is null ? 1 : 0;
        return fault;
    };
}
