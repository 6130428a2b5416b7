using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Reports;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Reports;

/// <summary>Readers report errors, and whoever keeps the entry answers.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private const string Line = "AL-001-c1";

    private readonly TimedDirectory _directory = new("--Mail:Kind", "Folder");
    private HttpClient _reader = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _directory.InitializeAsync();
        _reader = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = _directory.Address };
    }

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return _directory.DisposeAsync();
    }

    [Fact]
    public async Task A_report_gets_a_receipt_under_which_anybody_who_has_it_sees_what_becomes_of_it()
    {
        var receipt = await ReportAsync(("trouble", "DoesNotWork"), ("text", "It rang for ten minutes."), ("email", "reader@example.org"));

        var page = await _directory.PageAsync($"/en/report/{receipt}");
        Assert.Contains(receipt, page.Text("dl.facts"), StringComparison.Ordinal);
        Assert.Contains("16 November 2026", page.Text("dl.facts"), StringComparison.Ordinal);
        Assert.DoesNotContain("reader@example.org", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("ten minutes", page.Text("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "", "Say what is wrong: press one of the buttons.")]
    [InlineData("Nonsense", "", "", "Say what is wrong: press one of the buttons.")]
    [InlineData("7", "", "", "Say what is wrong: press one of the buttons.")]
    [InlineData("Other", "", "", "Say in a few words what is wrong.")]
    [InlineData("IsWrong", "\u202Etxt", "", "This holds a character")]
    [InlineData("IsWrong", "\u0007", "", "This holds a character")]
    [InlineData("IsWrong", "", "a@example.org, b@example.org", "This is not an e-mail address")]
    [InlineData("IsWrong", "", "a@example.org\r\nBcc: b@example.org", "This is not an e-mail address")]
    public async Task What_cannot_be_taken_comes_back_with_what_was_typed_and_is_not_kept(string trouble, string text, string email, string fault)
    {
        using var response = await PostAsync(Line, ("trouble", trouble), ("text", text), ("email", email));
        var page = await response.DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(fault, page.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(email, page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.Empty(await BookAsync());
    }

    [Fact]
    public async Task Words_that_are_markup_are_shown_as_they_were_typed()
    {
        await ReportAsync(("trouble", "Other"), ("text", "<script>alert(1)</script>"));
        using var office = await _directory.SignInAsync(await _directory.InviteAsync(ActorRole.Secretariat));

        var page = await (await office.GetAsync("/en/review/reports", Cancellation)).DocumentAsync();

        Assert.Equal("<script>alert(1)</script>", page.Text("article .words"));
        Assert.Empty(page.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task A_report_from_another_site_or_of_too_many_bytes_or_of_a_line_that_is_not_shown_is_refused()
    {
        using var forged = await _reader.PostAsync($"/en/report?line={Line}", new FormUrlEncodedContent([new("trouble", "IsWrong")]), Cancellation);
        using var large = await PostAsync(Line, ("trouble", "IsWrong"), ("text", new string('x', 20_000)));
        using var unknown = await _reader.GetAsync("/en/report?line=AL-001-c9", Cancellation);
        using var none = await _reader.GetAsync("/en/report/AL-0123456789ABCDEF", Cancellation);
        using var odd = await _reader.GetAsync("/en/report/..%2Fsession", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.True(large.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{large.StatusCode}");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [unknown.StatusCode, none.StatusCode, odd.StatusCode]);
        Assert.Empty(await BookAsync());
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_report()
    {
        using var shown = await _reader.GetAsync($"/en/report?line={Line}", Cancellation);
        var fields = FormFields.Of((await shown.DocumentAsync()).QuerySelector("main form[method=post]")!).Where(field => field.Key is not ("trouble" or "text")).ToList();

        foreach (var text in new[] { "once", "twice" })
        {
            using var response = await _reader.PostAsync($"/en/report?line={Line}", new FormUrlEncodedContent([.. fields, new("trouble", "IsWrong"), new("text", text)]), Cancellation);
            Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        }

        Assert.Equal("once", Assert.Single(await BookAsync()).Text);
    }

    [Fact]
    public async Task One_network_sends_so_many_reports_in_an_hour_and_loses_nothing_beyond()
    {
        for (var number = 0; number < ReportIntake.MostOfNetwork; number++)
        {
            await ReportAsync(("trouble", "IsWrong"));
        }

        using var refused = await PostAsync(Line, ("trouble", "IsWrong"), ("text", "One more."));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("One more.", (await refused.DocumentAsync()).Text("textarea"));

        _directory.Clock.Now += TimeSpan.FromMinutes(61);
        await ReportAsync(("trouble", "IsWrong"));
    }

    [Fact]
    public async Task The_focal_point_answers_for_its_own_State_alone_and_the_reader_reads_it()
    {
        var receipt = await ReportAsync(("trouble", "IsWrong"), ("email", "reader@example.org"));
        using var own = await _directory.SignInAsync(await _directory.InviteAsync(ActorRole.FocalPoint, "AL"));
        using var other = await _directory.SignInAsync(await _directory.InviteAsync(ActorRole.FocalPoint, "AT"));

        using var foreign = await other.GetAsync("/en/manage/AL/reports", Cancellation);
        using var elsewhere = await other.PostAsync("/en/manage/AT/reports", new FormUrlEncodedContent([new("receipt", receipt), new("answer", "Ours")]), Cancellation);
        using var answered = await own.SubmitAsync("/en/manage/AL/reports", [new("answer", "The number is right again.")], "article form");

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.True(elsewhere.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.Found, answered.StatusCode);
        Assert.Contains("The number is right again.", (await _directory.PageAsync($"/en/report/{receipt}")).Text("main"), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await BookAsync()).Email);
    }

    [Fact]
    public async Task The_oldest_open_report_comes_first_and_says_when_it_is_overdue()
    {
        await ReportAsync(("trouble", "IsWrong"), ("text", "old"));
        await _directory.MoveToAsync(new(2026, 11, 16));
        await ReportAsync(("trouble", "HasMoved"), ("text", "new"));
        using var office = await _directory.SignInAsync(await _directory.InviteAsync(ActorRole.Secretariat));
        Assert.Equal(["Open for 10 working days; to be answered by 16 November 2026", "Open for 0 working days; to be answered by 30 November 2026"], await StandingAsync(office));

        await _directory.MoveToAsync(new(2026, 11, 17));
        using var later = await _directory.SignInAsync(await _directory.InviteAsync(ActorRole.Secretariat));

        Assert.Equal(["Overdue for 11 working days; to be answered by 16 November 2026", "Open for 1 working day; to be answered by 30 November 2026"], await StandingAsync(later));
    }

    [Fact]
    public async Task Focal_points_of_the_State_and_the_Secretariat_are_told_without_the_words_of_the_reader()
    {
        var focal = await _directory.InviteAsync(ActorRole.FocalPoint, "AL");
        var office = await _directory.InviteAsync(ActorRole.Secretariat);
        await _directory.InviteAsync(ActorRole.FocalPoint, "AT");
        await _directory.InviteAsync(ActorRole.Practitioner, "AL");

        await ReportAsync(("trouble", "Other"), ("text", "Buy this"), ("email", "reader@example.org"));

        List<Letter> letters = [];
        while (letters.Count < 2)
        {
            var letter = await _directory.Mail.NextAsync();
            letters.AddRange(letter.Subject.StartsWith("A reader reports an error", StringComparison.Ordinal) ? [letter] : []);
        }

        Assert.Equal(new[] { focal.Email, office.Email }.Order(), letters.Select(letter => letter.To).Order());
        Assert.All(letters, letter => Assert.DoesNotContain("Buy this", letter.Text, StringComparison.Ordinal));
        Assert.All(letters, letter => Assert.DoesNotContain("reader@", letter.Text, StringComparison.Ordinal));
        Assert.DoesNotContain(_directory.Mail.Rest(), letter => letter.Subject.StartsWith("A reader reports", StringComparison.Ordinal));
    }

    private async Task<string> ReportAsync(params (string Name, string Value)[] typed)
    {
        using var response = await PostAsync(Line, typed);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private Task<HttpResponseMessage> PostAsync(string line, params (string Name, string Value)[] typed) =>
        _reader.SubmitAsync($"/en/report?line={line}", typed.Select(each => KeyValuePair.Create(each.Name, each.Value)));

    private Task<IReadOnlyList<ReaderReport>> BookAsync() => _directory.Services.GetRequiredService<ReportBook>().ListAsync(null, Cancellation);

    private static async Task<IEnumerable<string>> StandingAsync(HttpClient office) =>
        (await (await office.GetAsync("/en/review/reports", Cancellation)).DocumentAsync()).QuerySelectorAll("article .fresh").Select(Markup.Shown);
}
