using System.Net;
using System.Text.Json;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Tests.Finder;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Find;

public sealed class FindPageTests(DirectoryWithEverything host)
{
    private const string Answer = "/en/find?from=FR&to=AT&need=mla&how=formal-urgent";

    public static TheoryData<string, string, string> Cases => CaseFile.TriplesBeside("finder-seed.cases");

    public static TheoryData<string> Keys =>
    [
        .. Enum.GetNames<Reason>().Select(name => $"Find.Reason_{name}"), .. Enum.GetNames<Unknown>().Select(name => $"Find.Unknown_{name}"),
        .. Enum.GetNames<Instead>().Select(name => $"Find.Instead_{name}"), .. Enum.GetNames<Tie>().Select(name => $"Find.Tie_{name}"), .. Enum.GetNames<LanguageMatch>().Select(name => $"Find.Language_{name}"),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Whatever_the_finder_says_has_words_in_every_complete_language(string key) =>
        Assert.All(PageLanguage.Complete, language => Assert.NotEmpty(new Texts(language)[key]));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_question_about_real_States_is_answered_on_the_page_as_by_the_finder(string question, string routes, string facts)
    {
        var asked = AnswerText.Question(question);
        var answer = Counterpart.Find(host.View, asked);
        var page = await host.PageAsync(Address(asked));

        Assert.Equal(routes, AnswerText.Routes(answer));
        Assert.All(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries), fact => Assert.Contains(fact, AnswerText.Facts(answer)));
        Assert.Equal(answer.Routes.Count, page.QuerySelectorAll(".routes > li").Length);
        Assert.Equal(answer.Dropped.Count, page.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task A_route_says_why_it_ranks_there_what_it_rests_on_how_to_write_and_what_is_not_known()
    {
        var first = (await host.PageAsync(Answer)).QuerySelector(".routes > li")!;

        Assert.Equal(("1. Federal Ministry of Justice - Department IV 4 (International Criminal Matters)", "Central authority"), (first.Text("h3"), first.Text(".kind")));
        Assert.Equal("/en/authorities/AT-003", first.QuerySelector("h3 a")?.GetAttribute("href"));
        Assert.Contains(first.QuerySelectorAll(".reasons li"), reason => reason.Shown() == "It is designated to receive such requests in Austria.");
        Assert.Contains("Convention on Cybercrime (ETS No. 185)", first.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("whether it binds both States is not known here", first.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("E-mail; Post or courier – your side: not stated", first.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("+43 1 2345 For urgent requests", string.Join(' ', first.Text(".facts").Split()), StringComparison.Ordinal);
        Assert.Contains("Which channels your side uses.", first.Text(".gap"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/find?from=france&to=autriche&need=mla&how=formal", "/en/find?from=FR&to=AT&need=mla&how=formal")]
    [InlineData("/en/find?from=FR&to=AT&need=informal-contact&how=formal-urgent", "/en/find?from=FR&to=AT&need=informal-contact&how=informal-urgent")]
    [InlineData("/en/find?from=Польша&to=ivory%20coast&need=returning-assets", "/en/find?from=PL&to=CI&need=returning-assets&how=formal")]
    public async Task Names_lead_to_one_address_that_can_be_shared(string asked, string shared)
    {
        using var response = await host.Client.GetAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(shared, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/en/find?from=FR&to=korea&need=mla&how=informal", "#problem-to a[href*='from=FR&to=KR&need=mla&how=informal']")]
    [InlineData("/en/find?from=korea&to=FR&need=mla", "#problem-from a[href*='from=KP&to=FR&need=mla']")]
    [InlineData("/en/find?from=FR&to=atlantis&need=mla", "#problem-to a[href='/en/states']")]
    [InlineData("/en/find?from=&to=AT&need=mla", "#problem-from p")]
    [InlineData("/en/find?from=FR&to=AT", "fieldset [role=alert]")]
    public async Task What_is_missing_or_not_clear_is_said_beside_its_field_and_the_rest_is_kept(string path, string selector)
    {
        var page = await host.PageAsync(path);

        Assert.NotNull(page.QuerySelector(selector));
        Assert.Empty(page.QuerySelectorAll(".routes"));
        Assert.Equal(path.Contains("informal", StringComparison.Ordinal) ? "informal" : "formal", page.QuerySelector("input[name=how][checked]")?.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/en/find?from=FR&to=AT&need=everything")]
    [InlineData("/en/find?from=FR&to=AT&need=mla&how=somehow")]
    public async Task What_no_form_of_ours_sends_is_refused(string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_data_of_the_page_are_the_routes_and_what_was_dropped()
    {
        var page = await host.PageAsync(Answer);
        using var data = JsonDocument.Parse(await host.Client.GetStringAsync(page.QuerySelector("p.data a")!.GetAttribute("href"), TestContext.Current.CancellationToken));

        Assert.Equal(page.QuerySelectorAll(".routes > li").Length + page.QuerySelectorAll("main tbody tr").Length, data.RootElement.GetProperty("value").GetArrayLength());
    }

    [Fact]
    public async Task The_checklist_has_what_is_held_and_leaves_a_line_for_what_is_not()
    {
        var list = (await host.PageAsync(Answer)).QuerySelector(".checklist")!;
        var lines = list.QuerySelectorAll(".facts div").ToDictionary(line => line.Text("dt"), line => line.QuerySelector("dd")!);

        Assert.StartsWith("Federal Ministry of Justice", lines["To"].Shown(), StringComparison.Ordinal);
        Assert.Contains("Call the duty officer.", lines["In urgent cases"].Shown(), StringComparison.Ordinal);
        Assert.Equal("Facts, law, and what is asked for.", lines["A request must contain"].Shown());
        Assert.Equal("Translation needed, into one of: German, English", lines["Write in"].Shown());
        Assert.Contains("blank", lines["Own reference and date"].ClassList);
        Assert.Contains("blank", lines["Channels that both sides state"].ClassList);
    }

    [Fact]
    public async Task The_home_page_and_every_head_of_a_page_lead_to_the_finder() =>
        Assert.Equal(2, (await host.PageAsync("/en/")).QuerySelectorAll("a[href='/en/find']").Length);

    [Fact]
    public async Task The_page_of_a_State_leads_to_the_finder_with_that_State_filled_in_and_nothing_said_to_be_missing()
    {
        var link = (await host.PageAsync("/en/states/AT")).QuerySelector("main a[href^='/en/find']")!.GetAttribute("href")!;
        var page = await host.PageAsync(link);

        Assert.Equal(("Austria", null), (page.QuerySelector("#to")?.GetAttribute("value"), page.QuerySelector("[role=alert]")));
    }

    private static string Address(CounterpartQuestion asked) =>
        $"/en/find?from={asked.RequestingState}&to={asked.RequestedState}&need={Codes.Needs.CodeOf(asked.Need)}&how={(asked.Formal ? "formal" : "informal")}{(asked.Urgent ? "-urgent" : "")}";
}
