using System.Net;
using System.Reflection;
using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Safety;

/// <summary>What somebody might try, each refused with nothing changed: neither on the ledger nor in the work store.</summary>
[Collection(nameof(SafeDirectory))]
public sealed class AttackTests(SafeDirectory directory)
{
    private const string Confirming = "/en/manage/PL/confirm";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every act that a form of any page can ask for, by the name that its address carries.</summary>
    private static readonly string[] Handlers =
    [
        .. typeof(DirectoryApplication).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel))).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance))
            .Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).Select(method => method.Name["OnPost".Length..].Replace("Async", "", StringComparison.Ordinal)).Distinct(),
    ];

    [Fact]
    public async Task A_focal_point_does_nothing_for_another_State_by_any_form()
    {
        using var client = await Actors.BrowserAsync(directory, "own");
        var form = FormFields.Of((await (await client.GetAsync(Confirming, Token)).DocumentAsync()).QuerySelector("main form[method=post]")!).ToList();
        var before = await Trace.OfAsync(directory);
        foreach (var path in Protected().Where(path => path.Contains("/FR", StringComparison.Ordinal) || path.Contains("/review", StringComparison.Ordinal)))
        {
            foreach (var handler in Handlers)
            {
                using var answer = await client.PostAsync($"{path}?handler={handler}", new FormUrlEncodedContent(form), Token);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path}?handler={handler} answered {(int)answer.StatusCode}");
            }
        }

        Assert.Equal(before, await Trace.OfAsync(directory));
        Assert.Contains("", Handlers);
    }

    [Theory]
    [InlineData("States('FR')/Confirm", "{}", 403)]
    [InlineData("ChangeRequests('pl-planted-request')/Accept", "{}", 403)]
    [InlineData("ChangeRequests", """{"Id":"fr-2026-001","StateCode":"FR","Changes":[{"Kind":"ContactPoint","RecordId":"FR-001","LineId":"new1","Act":"Add","Fields":[{"Name":"Kind","After":"email"},{"Name":"Value","After":"x@example.org"}]}],"Source":{"Kind":"NoteVerbale","Reference":"NV 1","AsOf":"2026-10-01"}}""", 403)]
    [InlineData("ChangeRequests", """{"Id":"pl-2026-001","StateCode":"FR","Changes":[{"Kind":"ContactPoint","RecordId":"FR-001","LineId":"new1","Act":"Add","Fields":[{"Name":"Kind","After":"email"},{"Name":"Value","After":"x@example.org"}]}],"Source":{"Kind":"NoteVerbale","Reference":"NV 1","AsOf":"2026-10-01"}}""", 403)]
    public async Task A_token_of_a_focal_point_does_nothing_for_another_State(string request, string body, int status)
    {
        using var client = await Actors.SystemAsync(directory, "Write own");
        using var seen = await client.GetAsync($"/odata/{request.Split('/')[0]}", Token);
        var before = await Trace.OfAsync(directory);
        using var message = new HttpRequestMessage(HttpMethod.Post, $"/odata/{request}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (request.Contains('/', StringComparison.Ordinal))
        {
            message.Headers.TryAddWithoutValidation("If-Match", seen.Headers.ETag!.ToString());
        }

        using var answer = await client.SendAsync(message, Token);

        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}");
        Assert.Equal(before, await Trace.OfAsync(directory));
    }

    /// <summary>A form with the token of somebody else's page.</summary>
    [Fact]
    public async Task The_token_of_another_account_sends_no_form()
    {
        using var victim = await Actors.BrowserAsync(directory, "own");
        using var other = await Actors.BrowserAsync(directory, "own");
        var form = FormFields.Of((await (await other.GetAsync(Confirming, Token)).DocumentAsync()).QuerySelector("main form[method=post]")!).ToList();
        await victim.GetAsync(Confirming, Token);
        var before = await Trace.OfAsync(directory);

        using var answer = await victim.PostAsync(Confirming, new FormUrlEncodedContent(form), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await Trace.OfAsync(directory));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("\\\\elsewhere.example")]
    [InlineData("/en//elsewhere.example")]
    [InlineData("/en/../../elsewhere.example")]
    [InlineData("/en/\t//elsewhere.example")]
    [InlineData("/en/\r\nLocation: https://elsewhere.example")]
    [InlineData(" https://elsewhere.example")]
    [InlineData("javascript:alert(9)")]
    [InlineData("data:text/html,x")]
    [InlineData("/xx/states")]
    [InlineData("https:elsewhere.example")]
    [InlineData("/en@elsewhere.example/")]
    [InlineData("/odata/States")]
    [InlineData("")]
    public async Task Nobody_is_led_elsewhere_after_signing_in(string address)
    {
        using var client = await Actors.BrowserAsync(directory, "visitor");
        using var answer = await client.GetAsync($"/en/sign-in?return={Uri.EscapeDataString(address)}", Token);
        var page = await answer.DocumentAsync();

        Assert.Null(ReturnPath.Parse(address));
        Assert.DoesNotContain(page.QuerySelectorAll("main [name=return]"), field => field.GetAttribute("value")?.Length > 0);
    }

    [Theory]
    [InlineData("a@example.org\r\nBcc: b@example.org", "A name")]
    [InlineData("a@example.org, b@example.org", "A name")]
    [InlineData("\"A\r\nBcc: b\" <a@example.org>", "A name")]
    [InlineData("a@example.org\0", "A name")]
    [InlineData("new-office@example.org", "A name\r\nBcc: b@example.org")]
    public async Task No_header_of_a_letter_can_be_written_through_a_field(string email, string name)
    {
        using var client = await Actors.BrowserAsync(directory, "administrator");
        await client.GetAsync("/en/review/accounts", Token);
        var before = await Trace.OfAsync(directory);

        using var answer = await client.SubmitAsync("/en/review/accounts", [new("Form.Email", email), new("Form.Name", name), new("Form.Role", "practitioner"), new("Form.State", "FR"), new("Form.Language", "en")]);

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await Trace.OfAsync(directory));
    }

    [Theory]
    [InlineData("/en/sign-in", "visitor")]
    [InlineData("/en/manage/PL/confirm", "own")]
    [InlineData("/en/manage/PL/spreadsheet", "own")]
    public async Task A_body_without_measure_is_refused(string path, string person)
    {
        using var client = await Actors.BrowserAsync(directory, person);
        await client.GetAsync(path, Token);
        var before = await Trace.OfAsync(directory);

        using var answer = await client.PostAsync(path, new FormUrlEncodedContent([new("address", new string('a', 12_000_000))]), Token);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{path} answered {(int)answer.StatusCode}");
        Assert.Equal(before, await Trace.OfAsync(directory));
    }

    /// <summary>The addresses of the tables, for France and its records.</summary>
    private static IEnumerable<string> Protected() => CaseFile.TriplesBeside("pages.cases").Select(row => row.Data.Item2)
        .Where(path => path.StartsWith("/en/manage/", StringComparison.Ordinal) || path.StartsWith("/en/review", StringComparison.Ordinal))
        .Select(path => path.Replace("PL", "FR", StringComparison.Ordinal));
}
