using System.Net.Http.Json;
using System.Text.Json;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>Two instances on one store are one directory: whichever a client meets, it reads the same, and what was acknowledged stays.</summary>
public sealed class InstancesTests : IAsyncLifetime
{
    private const int Authorities = 3;
    private const int Acts = 6;
    private const int Writers = 2;

    private readonly SharedStore _store = new();
    private Instance _first = null!;
    private Instance _second = null!;

    public static TheoryData<string> Everything =>
    [
        "odata/", "odata/$metadata", "odata/Directory", "odata/States('AT')?$expand=Authorities", "odata/Authorities('AT-001')?$expand=ContactPoints,Designations",
        "odata/Authorities", "odata/CentralAuthorities?$orderby=Name desc", "odata/ContactPoints?$count=true&$filter=Kind eq 'Email'", "odata/Changes", "odata/Authorities?$search=ministry",
        "en/states/AT", "en/authorities/AT-001", "en/coverage",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        (_first, _second) = (await _store.StartAsync("first"), await _store.StartAsync("second"));
        await WriteAsync(_first, _ => [Some.State(), .. Enumerable.Range(1, Authorities).Select(number => Some.Authority($"AT-{number:000}"))]);
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task What_one_instance_writes_it_shows_at_once_and_the_other_shows_it_to_whoever_waits()
    {
        var position = await WriteAsync(_first, Name("AT-001", "Ministry of Here"));
        var here = await _first.GetAsync("odata/Authorities('AT-001')");
        var there = await _second.GetAsync("odata/Authorities('AT-001')", position);
        var back = await WriteAsync(_second, Name("AT-001", "Ministry of There"));

        Assert.Contains("Ministry of Here", here.Body, StringComparison.Ordinal);
        Assert.True(there.Reached);
        Assert.Equal(here with { Reached = true }, there with { Reached = true });
        Assert.Contains("Ministry of There", (await _first.GetAsync("odata/Authorities('AT-001')", back)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Positions_entity_tags_bodies_and_pages_are_the_same_on_both()
    {
        var position = 0L;
        for (var number = 1; number <= 12; number++)
        {
            position = await WriteAsync(number % 2 == 0 ? _first : _second, Name($"AT-{number:000}", $"Ministry {number * 7 % 12} of Examples"));
        }

        foreach (var path in Everything.Select(row => row.Data))
        {
            var (here, there) = (await _first.GetAsync(path, position), await _second.GetAsync(path, position));
            Assert.Equal((path, 200), (path, here.Status));
            Assert.Equal(here, there);
        }
    }

    [Fact]
    public async Task A_client_that_meets_another_instance_at_every_page_gets_every_entity_once()
    {
        var position = await WriteAsync(_first, _ => [.. Enumerable.Range(1, 30).Select(number => Some.Authority($"AT-{number:000}", $"Ministry {number % 4}"))]);
        List<string> found = [];
        var next = "odata/Authorities?$orderby=Name desc&$select=Id";
        for (var page = 0; next is not null; page++)
        {
            var answer = JsonDocument.Parse((await (page % 2 == 0 ? _first : _second).GetAsync(next, position)).Body).RootElement;
            found.AddRange(answer.GetProperty("value").EnumerateArray().Select(entity => entity.GetProperty("Id").GetString()!));
            next = answer.TryGetProperty("@odata.nextLink", out var link) ? new Uri(link.GetString()!).PathAndQuery : null;
        }

        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"AT-{number:000}"), found.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task However_requests_to_the_store_fail_no_acknowledged_change_is_lost_or_doubled(int seed)
    {
        var faults = new SomeFaults(seed, oneIn: 6);
        _store.Server.OnRequest = faults.Next;

        var acts = await Task.WhenAll(
            from pair in new[] { (Here: _first, There: _second), (Here: _second, There: _first) }
            from writer in Enumerable.Range(0, Writers)
            select Task.Run(() => EditAsync(pair.Here, pair.There, new Random(seed + writer)), Cancellation));
        _store.Server.OnRequest = null;

        Assert.Equal(acts.SelectMany(ids => ids).Order(StringComparer.Ordinal), (await AgreedAsync()).Order(StringComparer.Ordinal));
        Assert.True(faults.Count > 10, $"{faults.Count} faults were made.");
    }

    [Fact]
    public async Task While_the_store_is_away_reading_goes_on_nothing_is_lost_and_both_catch_up_when_it_is_back()
    {
        var position = await WriteAsync(_first, Name("AT-001", "Ministry of Before"));
        var before = await _second.GetAsync("odata/Authorities('AT-001')", position);
        _store.IsAway = true;
        _store.Clock.Now += TimeSpan.FromMinutes(2);

        Func<Task> write = () => TryWriteAsync(_first, Name("AT-001", "Ministry of After"), "the act");
        await Assert.ThrowsAsync<LedgerUnavailableException>(write);
        await _second.DisposeAsync();
        _second = await _store.StartAsync("second");

        foreach (var instance in new[] { _first, _second })
        {
            Assert.Equal(before, await instance.GetAsync("odata/Authorities('AT-001')", position));
            Assert.Equal(("Healthy", "Degraded"), (await instance.Client.GetStringAsync("health/live", Cancellation), await ReadyAsync(instance)));
        }

        _store.IsAway = false;
        await AcknowledgedAsync(_first, Name("AT-001", "Ministry of After"), "the act");
        var last = await WriteAsync(_second, Name("AT-002", "Ministry of the Second"));
        position = await WriteAsync(_first, Name("AT-003", "Ministry of the First"));

        Assert.True((await _first.GetAsync("odata/Directory", last)).Reached);
        Assert.Contains("Ministry of After", (await _second.GetAsync("odata/Authorities('AT-001')", position)).Body, StringComparison.Ordinal);
        Assert.Equal(("Healthy", "Healthy"), (await ReadyAsync(_first), await ReadyAsync(_second)));
        await AgreedAsync();
    }

    /// <summary>Adds the name of each act to some authority, as it is then, until it is known to be written, and looks for it on the other instance.</summary>
    private static async Task<IReadOnlyList<string>> EditAsync(Instance here, Instance there, Random random)
    {
        var acts = Enumerable.Range(0, Acts).Select(_ => Guid.NewGuid().ToString("N")).ToArray();
        foreach (var act in acts)
        {
            var id = $"AT-{random.Next(Authorities) + 1:000}";
            var position = await AcknowledgedAsync(here, Changed(id, authority => authority with { FormerNames = [.. authority.FormerNames, act] }), act);
            var seen = await there.GetAsync($"odata/Authorities('{id}')", position);
            Assert.Equal((200, true), (seen.Status, seen.Reached));
            Assert.Contains(act, seen.Body, StringComparison.Ordinal);
        }

        return acts;
    }

    /// <summary>Compares both instances and one that starts anew, and verifies what the store holds.</summary>
    /// <returns>The former names of all authorities.</returns>
    private async Task<IEnumerable<string>> AgreedAsync()
    {
        await using var third = await _store.StartAsync("third");
        await _first.Current.RefreshAsync(Cancellation);
        await _second.Current.RefreshAsync(Cancellation);
        var entries = (await third.Services.GetRequiredService<ILedger>().ReadAsync(0, Cancellation)).Entries;
        var verifier = new LedgerVerifier(Audience.Secretariat);
        Assert.All(entries, entry => Assert.Null(verifier.Add(entry)));
        Assert.Null(verifier.Complete());
        Assert.Equal(entries[^1].Hash, third.Current.Value.Projection.HeadHash);
        Assert.Equal(entries.Count, entries.Select(entry => entry.AppendId).Distinct().Count());
        var text = ProjectionText.Of(third.Current.Value.Projection);
        Assert.Equal((text, text), (ProjectionText.Of(_first.Current.Value.Projection), ProjectionText.Of(_second.Current.Value.Projection)));
        return third.Current.Value.View(Audience.Public).Authorities.SelectMany(authority => authority.Record.FormerNames);
    }

    private static Func<DirectorySnapshot, DirectoryRecord[]> Changed(string id, Func<Authority, Authority> change) =>
        snapshot => [change(snapshot.View(Audience.Secretariat).Authority(id)?.Record ?? Some.Authority(id))];

    private static Func<DirectorySnapshot, DirectoryRecord[]> Name(string id, string name) => Changed(id, authority => authority with { Name = name });

    private static Task<long> WriteAsync(Instance instance, Func<DirectorySnapshot, DirectoryRecord[]> records) =>
        AcknowledgedAsync(instance, records, Guid.NewGuid().ToString("N"));

    /// <summary>Sends an act again until it is known to be written, as late as the store asks for.</summary>
    private static async Task<long> AcknowledgedAsync(Instance instance, Func<DirectorySnapshot, DirectoryRecord[]> records, string act)
    {
        while (true)
        {
            try
            {
                return await TryWriteAsync(instance, records, act);
            }
            catch (LedgerUnavailableException error)
            {
                await Task.Delay(error.RetryAfter ?? TimeSpan.Zero, Cancellation);
            }
        }
    }

    private static async Task<long> TryWriteAsync(Instance instance, Func<DirectorySnapshot, DirectoryRecord[]> records, string act)
    {
        var outcome = await instance.Writer.WriteAsync(
            snapshot => Decision.Accept(new Draft { Actor = Actor.System, Records = records(snapshot) }), act, Cancellation);
        Assert.True(outcome.IsWritten, outcome.Reason);
        return outcome.Position;
    }

    private static async Task<string> ReadyAsync(Instance instance) =>
        (await instance.Client.GetFromJsonAsync<JsonElement>("health/ready", Cancellation)).GetProperty("status").GetString()!;
}
