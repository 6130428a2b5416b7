using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Mail;

/// <summary>Letters in a folder of this machine, sent to a real mail server.</summary>
public sealed class OutboxTests(SeededDirectory host) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outbox-");
    private readonly SetClock _clock = new(DirectoryHost.Now);
    private FolderWorkStore _store = null!;
    private SmtpServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new(_folder.FullName, _clock);
        _server = await SmtpServer.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
        return default;
    }

    [Fact]
    public async Task What_remains_of_a_letter_that_was_sent_is_that_it_was()
    {
        using var post = Open();

        Assert.True(await post.Outbox.EnqueueAsync("link/one", Post.Letter(), Cancellation));
        await post.SendAsync();

        Assert.Contains("link/secret", Assert.Single(await _server.ReceivedAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(DirectoryHost.Now.AddDays(400), (await _store.GetAsync("outbox-done/link/one", Cancellation))!.ExpiresAt);
        Assert.DoesNotContain(Kept(), file => file.Contains("secret", StringComparison.Ordinal) || file.Contains("focal.point", StringComparison.Ordinal));
        Assert.Equal((LogLevel.Information, "Letter link/one was sent at attempt 1. "), Assert.Single(post.Log.Lines));
    }

    [Fact]
    public async Task The_same_key_is_the_same_letter_for_as_long_as_it_is_remembered()
    {
        using var post = Open();
        Task<bool> EnqueueAsync() => post.Outbox.EnqueueAsync("reminder", Post.Letter(), TimeSpan.FromDays(1), Cancellation);

        var waiting = (await EnqueueAsync(), await EnqueueAsync());
        await post.SendAsync();
        var done = await EnqueueAsync();
        await post.SendAsync();
        _clock.Now += TimeSpan.FromDays(1);
        var forgotten = await EnqueueAsync();
        await post.SendAsync();

        Assert.Equal((true, false), waiting);
        Assert.Equal((false, true), (done, forgotten));
        Assert.Equal(2, (await _server.ReceivedAsync()).Select(letter => letter.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_letter_outlives_a_restart()
    {
        using (var post = Open())
        {
            await post.Outbox.EnqueueAsync("link", Post.Letter(), Cancellation);
        }

        _store.Dispose();
        _store = new(_folder.FullName, _clock);
        using var next = Open();
        await next.SendAsync();

        Assert.Single(await _server.ReceivedAsync());
    }

    [Fact]
    public async Task While_the_server_is_away_letters_wait_and_longer_each_time()
    {
        using var post = Open();
        await post.Outbox.EnqueueAsync("link", Post.Letter(), Cancellation);
        _server.Dispose();

        await post.SendAsync();
        await post.SendAsync();
        await AfterAsync(TimeSpan.FromSeconds(15), post);
        _server = await SmtpServer.StartAsync(_server.Port);
        await AfterAsync(TimeSpan.FromSeconds(15), post);
        var early = await _server.ReceivedAsync();
        await AfterAsync(TimeSpan.FromSeconds(45), post);

        Assert.Empty(early);
        Assert.Single(await _server.ReceivedAsync());
        Assert.Equal(
            ["Letter link could not be sent at attempt 1; the next is in 00:00:15.", "Letter link could not be sent at attempt 2; the next is in 00:01:00.", "Letter link was sent at attempt 3."],
            post.Log.Lines.Select(line => line.Text[..(line.Text.LastIndexOf('.') + 1)].Split(". ")[0].TrimEnd('.') + "."));
    }

    [Fact]
    public async Task A_letter_that_cannot_be_sent_for_a_day_is_given_up_and_an_operator_is_told()
    {
        using var post = Open();
        await post.Outbox.EnqueueAsync("link", Post.Letter("full@example.org"), Cancellation);

        for (var hour = 0; hour < 24; hour++)
        {
            await AfterAsync(TimeSpan.FromHours(1), post);
            await AfterAsync(TimeSpan.FromMinutes(20), post);
        }

        Assert.Equal(8, post.Log.Lines.Count);
        Assert.StartsWith("Letter link was given up at attempt 8", post.Log.Lines.Last().Text, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Error, post.Log.Lines.Last().Level);
        Assert.Contains("full@example.org", Assert.Single(Kept()), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Assert.Single(Kept()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_tried_once_and_keeps_nobody_else_waiting()
    {
        using var post = Open();
        await post.Outbox.EnqueueAsync("first", Post.Letter("nobody@example.org"), Cancellation);
        await post.Outbox.EnqueueAsync("second", Post.Letter(), Cancellation);

        await post.SendAsync();

        Assert.Single(await _server.ReceivedAsync());
        Assert.Contains(post.Log.Lines, line => line.Text.StartsWith("Letter first was given up at attempt 1", StringComparison.Ordinal));
        Assert.Empty(await _store.ListAsync("outbox/", Cancellation));
    }

    [Fact]
    public async Task What_is_no_letter_stays_where_it_is_and_keeps_no_letter_from_going_out()
    {
        using var post = Open();
        await _store.PutAsync("outbox/a", "{}"u8.ToArray(), WorkCondition.Any, null, Cancellation);
        await post.Outbox.EnqueueAsync("b", Post.Letter(), Cancellation);

        await post.SendAsync();
        await post.SendAsync();

        Assert.Single(await _server.ReceivedAsync());
        Assert.Single(post.Log.Lines, line => line.Text.StartsWith("outbox/a in the work store is not a letter", StringComparison.Ordinal));
        Assert.Single(await _store.ListAsync("outbox/", Cancellation));
    }

    [Fact]
    public async Task A_letter_that_came_in_while_another_with_its_key_went_out_is_taken_away_unsent()
    {
        using var post = Open();
        await post.Outbox.EnqueueAsync("link", Post.Letter(), Cancellation);
        await _store.PutAsync("outbox-done/link", "{}"u8.ToArray(), WorkCondition.Any, null, Cancellation);

        await post.SendAsync();

        Assert.Empty(await _server.ReceivedAsync());
        Assert.Empty(await _store.ListAsync("outbox/", Cancellation));
    }

    [Fact]
    public async Task What_may_not_be_sent_is_refused_when_it_is_given()
    {
        using var post = Open();

        var refusal = await Assert.ThrowsAsync<LetterRefusedException>(() => post.Outbox.EnqueueAsync("link", Post.Letter("a@example.org\r\nBcc: b@example.org"), Cancellation));

        Assert.Contains("is not a mail address", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task Where_no_mail_is_set_up_a_letter_is_refused_and_it_can_be_asked_before()
    {
        var outbox = new Outbox(_store, new(MailKind.None, Post.From, null), _clock);

        var refusal = await Assert.ThrowsAsync<LetterRefusedException>(() => outbox.EnqueueAsync("link", Post.Letter(), Cancellation));

        Assert.Equal("Mail is not set up for this directory: its operator sets Mail:Kind.", refusal.Message);
        Assert.False(outbox.IsSetUp);
        Assert.Empty(Kept());
    }

    [Fact]
    public async Task A_letter_whose_sender_died_is_sent_by_another_when_the_lease_is_over()
    {
        var stuck = new NeverEnding();
        using var dead = new Post(_store, stuck, _clock, host);
        using var post = Open();
        await dead.Outbox.EnqueueAsync("link", Post.Letter(), Cancellation);
        var never = dead.SendAsync();
        await stuck.Begun;

        await AfterAsync(TimeSpan.FromMinutes(4), post);
        var early = await _server.ReceivedAsync();
        await AfterAsync(TimeSpan.FromMinutes(1), post);

        Assert.False(never.IsCompleted);
        Assert.Empty(early);
        Assert.Single(await _server.ReceivedAsync());
    }

    private Post Open() => new(_store, new SmtpMail(Post.From, _server.Open, TimeProvider.System), _clock, host);

    private Task AfterAsync(TimeSpan wait, Post post)
    {
        _clock.Now += wait;
        return post.SendAsync();
    }

    private IEnumerable<string> Kept() => _folder.GetFiles("*", SearchOption.AllDirectories).Select(file => File.ReadAllText(file.FullName));

    private sealed class NeverEnding : IMail
    {
        private readonly TaskCompletionSource _begun = new();

        public Task Begun => _begun.Task;

        public Task SendAsync(string id, Letter letter, CancellationToken cancellationToken)
        {
            _begun.SetResult();
            return new TaskCompletionSource().Task;
        }
    }
}
