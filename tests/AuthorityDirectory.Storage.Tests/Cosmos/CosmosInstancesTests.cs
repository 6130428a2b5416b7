using AuthorityDirectory.CodeLists;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Storage.Mirror;
using AuthorityDirectory.Storage.Tests.Support;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Storage.Tests.Cosmos;

/// <summary>Two instances write to one store that fails all the time: nothing acknowledged is lost or doubled, and both end with the same directory.</summary>
public sealed class CosmosInstancesTests : IAsyncLifetime
{
    private const int Acts = 10;
    private const int Writers = 2;

    private readonly CosmosAccount _account = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _account.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _account.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_acknowledged_change_is_lost_or_doubled(int seed)
    {
        var partition = CosmosAccount.NewName();
        using var first = new Instance(_account.Options, partition, _folder.In("first"));
        using var second = new Instance(_account.Options, partition, _folder.In("second"));
        first.Directory.Write(Some.State());
        var faults = new SomeFaults(seed, oneIn: 8);
        _account.Server.OnRequest = faults.Next;

        var acknowledged = await Task.WhenAll(
            from instance in new[] { first, second }
            from writer in Enumerable.Range(0, Writers)
            select Task.Run(() => instance.WriteAsync(writer), Token));
        _account.Quiet();

        var entries = await ReadStoreAsync(partition);
        Assert.Equal(
            acknowledged.SelectMany(ids => ids).Order(StringComparer.Ordinal),
            entries.Skip(1).Select(entry => entry.AppendId).Order(StringComparer.Ordinal));
        await first.Directory.Current.RefreshAsync(Token);
        await second.Directory.Current.RefreshAsync(Token);
        Assert.Equal(entries[^1].Hash, first.Directory.Current.Value.Projection.HeadHash);
        Assert.Equal(first.Directory.Current.Value.Projection.HeadHash, second.Directory.Current.Value.Projection.HeadHash);
        Assert.Equal(first.Names, second.Names);
        Assert.True(faults.Count > 5, $"{faults.Count} faults were made.");
    }

    private async Task<IReadOnlyList<LedgerEntry>> ReadStoreAsync(string partition)
    {
        await using var store = _account.OpenLedger(partition);
        var entries = (await store.Ledger.ReadAsync(0, Token)).Entries;
        var verifier = new LedgerVerifier(Audience.Secretariat);
        Assert.All(entries, entry => Assert.Null(verifier.Add(entry)));
        Assert.Null(verifier.Complete());
        return entries;
    }

    /// <summary>A process of the directory, as far as its store is concerned.</summary>
    private sealed class Instance : IDisposable
    {
        private readonly CosmosContainers _containers;
        private readonly MirroredLedger _ledger;

        public Instance(CosmosOptions options, string partition, string folder)
        {
            _containers = new CosmosContainers(options with { Patience = new() { Attempt = TimeSpan.FromSeconds(1), Rest = TimeSpan.FromSeconds(0.5) } });
            _ledger = new MirroredLedger(
                new CosmosLedger(_containers, NullLogger<CosmosLedger>.Instance, partition),
                MirrorJournal.Open(folder, TimeProvider.System, NullLogger.Instance),
                NullLogger<MirroredLedger>.Instance);
            Directory = new TrialDirectory(_ledger);
        }

        public TrialDirectory Directory { get; }

        public IEnumerable<(string, string)> Names => Directory.Public.Authorities.Select(entry => (entry.Record.Id, entry.Record.Name)).Order();

        /// <summary>Writes acts one after the other, each again under its id until it is known to be written.</summary>
        /// <returns>The ids of the acts.</returns>
        public async Task<string[]> WriteAsync(int writer)
        {
            var ids = Enumerable.Range(0, Acts).Select(_ => Guid.NewGuid().ToString("N")).ToArray();
            foreach (var (number, id) in ids.Index())
            {
                var draft = new Draft { Actor = Actor.System, Records = [Some.Authority($"AT-{writer + 1:000}", $"Name {number} of {id}")] };
                while (!await TryWriteAsync(draft, id))
                {
                }
            }

            return ids;
        }

        public void Dispose()
        {
            Directory.Dispose();
            _ledger.Dispose();
            _containers.Dispose();
        }

        private async Task<bool> TryWriteAsync(Draft draft, string id)
        {
            try
            {
                return (await Directory.Writer.WriteAsync(_ => Decision.Accept(draft), id, Token)).IsWritten;
            }
            catch (LedgerUnavailableException)
            {
                return false;
            }
        }
    }
}
