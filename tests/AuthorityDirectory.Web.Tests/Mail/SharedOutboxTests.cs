using AuthorityDirectory.CosmosServer;
using AuthorityDirectory.Storage.Cosmos;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Mail;

/// <summary>Two instances on one store, and one mail server.</summary>
public sealed class SharedOutboxTests(SeededDirectory host) : IAsyncLifetime
{
    private const int Letters = 12;

    private readonly SharedStore _shared = new();
    private readonly SetClock _clock = new(DirectoryHost.Now);
    private CosmosContainers _containers = null!;
    private SmtpServer _server = null!;
    private Post _first = null!;
    private Post _second = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _shared.InitializeAsync();
        _server = await SmtpServer.StartAsync();
        _containers = new(new(new Uri(_shared.Server.Endpoint)) { Key = CosmosTestServer.Key, Database = SharedStore.Database });
        (_first, _second) = (Open(), Open());
    }

    public async ValueTask DisposeAsync()
    {
        _first.Dispose();
        _second.Dispose();
        _containers.Dispose();
        _server.Dispose();
        await _shared.DisposeAsync();
    }

    [Fact]
    public async Task Two_instances_that_are_given_the_same_letters_send_each_once()
    {
        var given = await Task.WhenAll(Enumerable.Range(0, 2 * Letters).Select(number =>
            (number % 2 == 0 ? _first : _second).Outbox.EnqueueAsync($"reminder/{number / 2}", Post.Letter(text: $"Reminder {number / 2}"), Cancellation)));

        await Task.WhenAll(_first.SendAsync(), _second.SendAsync());
        await Task.WhenAll(_first.SendAsync(), _second.SendAsync());

        Assert.Equal(Letters, given.Count(isNew => isNew));
        Assert.Equal(Enumerable.Range(0, Letters).Select(number => $"Reminder {number}").Order(StringComparer.Ordinal), (await _server.ReceivedAsync()).Select(letter => letter.Text.Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_went_out_while_the_store_was_away_does_not_go_out_again()
    {
        await _first.Outbox.EnqueueAsync("link", Post.Letter(), Cancellation);
        var taken = false;
        _shared.Server.OnRequest = call => (taken |= call.Operation == CosmosOperation.Replace) && call.Operation != CosmosOperation.Replace ? Fault.Answer(503) : null;
        await _first.SendAsync();
        _shared.IsAway = false;

        _clock.Now += TimeSpan.FromMinutes(1);
        await _second.SendAsync();
        await _first.SendAsync();
        _clock.Now += TimeSpan.FromHours(1);
        await _second.SendAsync();

        Assert.Single(await _server.ReceivedAsync());
        Assert.Equal(
            ["Letter link was sent at attempt 1", "The outbox cannot be read or written; letters wait until it can", "The outbox can be read and written again"],
            _first.Log.Lines.Select(line => line.Text.Split('.')[0]));
    }

    private Post Open() => new(new CosmosWorkStore(_containers, _clock), new SmtpMail(Post.From, _server.Open, TimeProvider.System), _clock, host);
}
