using System.Net;
using System.Text.RegularExpressions;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Upkeep;

/// <summary>Reminders by letter, and the links in them that confirm one entry as it was.</summary>
public sealed partial class ReminderTests : IAsyncLifetime
{
    private static readonly DateOnly Confirmed = new(2025, 11, 10);

    private readonly TimedDirectory _directory = new("--Mail:Kind", "Folder");
    private HttpClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _directory.InitializeAsync();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = _directory.Address };
        await _directory.WriteAsync(Some.State("XA", "Examplia"), Entry());
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _directory.DisposeAsync();
    }

    [Fact]
    public async Task On_its_dates_a_letter_says_what_is_due_and_leads_to_a_page_that_confirms_it_in_one_more_click()
    {
        var account = await _directory.InviteAsync(ActorRole.FocalPoint, "XA");
        await _directory.MoveToAsync(new(2026, 11, 10));
        var letter = await _directory.Mail.NextAsync();
        Assert.Equal((account.Email, "Please confirm the entry of Federal Ministry of Examples"), (letter.To, letter.Subject));
        Assert.Contains("- E-mail: office@example.org", letter.Text, StringComparison.Ordinal);
        Assert.Contains("works until 10 December 2026", letter.Text, StringComparison.Ordinal);

        var position = _directory.Current.Value.Position;
        using var shown = await _client.GetAsync(LinkIn(letter), Cancellation);
        Assert.Equal(position, _directory.Current.Value.Position);
        using var confirmed = await _client.SubmitAsync(LinkIn(letter));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (shown.StatusCode, confirmed.StatusCode));
        var record = _directory.Current.Value.View(Audience.Public).Authority("XA-001")!.Record;
        Assert.Equal((new DateOnly(2026, 11, 10), ActorRole.FocalPoint), (record.ConfirmedOn, record.ConfirmedByRole));
        using var after = await _client.GetAsync(LinkIn(letter), Cancellation);
        Assert.Equal("Thank you: the entry is confirmed", (await after.DocumentAsync()).Text("h1"));
    }

    [Fact]
    public async Task Each_stage_is_written_once_however_often_it_is_looked_at()
    {
        await _directory.InviteAsync(ActorRole.FocalPoint, "XA");
        List<string> subjects = [];
        foreach (var day in new DateOnly[] { new(2026, 11, 10), new(2026, 12, 10), new(2027, 2, 10) })
        {
            await _directory.MoveToAsync(day);
            subjects.Add((await _directory.Mail.NextAsync()).Subject);
            await _directory.WriteAsync(Some.State("XA", $"Examplia {day.Month}"));
            await _directory.MoveToAsync(day.AddDays(1));
        }

        Assert.Equal(["Please confirm", "Reminder: please confirm", "The entry"], subjects.Select(subject => subject.Split(" the entry")[0].Split(" of")[0]));
        Assert.Empty(_directory.Mail.Rest());
    }

    [Fact]
    public async Task A_link_is_refused_when_it_was_used_when_the_entry_changed_and_when_the_account_is_closed()
    {
        var account = await _directory.InviteAsync(ActorRole.FocalPoint, "XA");
        await _directory.MoveToAsync(new(2026, 11, 10));
        var link = LinkIn(await _directory.Mail.NextAsync());
        using var form = await _client.GetAsync(link, Cancellation);
        var fields = FormFields.Of((await form.DocumentAsync()).QuerySelector("main form[method=post]")!).ToList();

        await _directory.WriteAsync(Entry() with { Website = "https://example.org/new" });
        using var changed = await _client.PostAsync(link, new FormUrlEncodedContent(fields), Cancellation);
        Assert.Equal((HttpStatusCode.Conflict, "The entry was changed meanwhile"), (changed.StatusCode, (await changed.DocumentAsync()).Text("h1")));

        await _directory.Services.GetRequiredService<LedgerWriter>().WriteAsync(snapshot => AccountRules.Close(snapshot, null, account.Id), cancellationToken: Cancellation);
        using var closed = await _client.PostAsync(link, new FormUrlEncodedContent(fields), Cancellation);
        using var guessed = await _client.GetAsync($"{link}x", Cancellation);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [closed.StatusCode, guessed.StatusCode]);
        Assert.Equal(Confirmed, _directory.Current.Value.View(Audience.Public).Authority("XA-001")!.Record.ConfirmedOn);
    }

    [Fact]
    public async Task A_link_confirms_once_and_for_thirty_days()
    {
        await _directory.InviteAsync(ActorRole.FocalPoint, "XA");
        await _directory.MoveToAsync(new(2026, 11, 10));
        var link = LinkIn(await _directory.Mail.NextAsync());
        using var form = await _client.GetAsync(link, Cancellation);
        var fields = FormFields.Of((await form.DocumentAsync()).QuerySelector("main form[method=post]")!).ToList();
        using var first = await _client.PostAsync(link, new FormUrlEncodedContent(fields), Cancellation);
        var position = _directory.Current.Value.Position;

        using var replayed = await _client.PostAsync(link, new FormUrlEncodedContent(fields), Cancellation);
        await _directory.MoveToAsync(new(2026, 12, 11));
        using var late = await _client.GetAsync(link, Cancellation);

        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Conflict, HttpStatusCode.NotFound], [first.StatusCode, replayed.StatusCode, late.StatusCode]);
        Assert.Equal(position, _directory.Current.Value.Position);
    }

    private static Authority Entry() => Some.Authority("XA-001") with
    {
        ConfirmedOn = Confirmed,
        ConfirmedByRole = ActorRole.FocalPoint,
        Designations = [],
        ContactPoints = [Some.Contact("XA-001-c1", ContactKind.Email, "office@example.org", Audience.Public) with { ConfirmedOn = Confirmed, ConfirmedByRole = ActorRole.FocalPoint }],
    };

    private static string LinkIn(Letter letter) => new Uri(Link().Match(letter.Text).Value).PathAndQuery;

    [GeneratedRegex(@"http\S+/confirm/\S+")]
    private static partial Regex Link();
}
