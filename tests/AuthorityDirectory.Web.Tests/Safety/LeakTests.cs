using System.Collections.Concurrent;
using System.Net;
using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Safety;

/// <summary>What somebody must not see is in no answer to them: looked for by words that stand nowhere else, in every page, every form of query, every file, every log.</summary>
[Collection(nameof(SafeDirectory))]
public sealed class LeakTests(SafeDirectory directory)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> People => [.. Actors.People.Except(["secretariat"])];

    public static TheoryData<string> Systems => [.. Actors.Systems.Where(system => Planted.HiddenFrom(system).Count > 0)];

    private static readonly string[] Queries = [.. CaseFile.Beside("leaks.cases").Select(row => row.Data.Item1)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_page_shows_somebody_what_they_must_not_see(string person)
    {
        using var client = await Actors.BrowserAsync(directory, person);
        await HuntAsync(person, CaseFile.TriplesBeside("pages.cases").Select(row => row.Data.Item2).Concat(["/en/search?q=planted", "/en/states?text=planted", "/en/review/requests/pl-planted-request/paper"]), path => client.GetAsync(path, Token));
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public async Task No_form_of_query_shows_a_system_what_it_must_not_see(string system)
    {
        using var client = await Actors.SystemAsync(directory, system);
        var batch = string.Join(',', Queries.Select((query, i) => $$"""{"id":"{{i}}","method":"GET","url":"{{query.Replace("\"", "\\\"", StringComparison.Ordinal)}}"}"""));

        await HuntAsync(system, Queries, query => client.GetAsync($"/odata/{query}", Token));
        await HuntAsync(system, Queries.Where(query => query.Contains('?', StringComparison.Ordinal)), query => client.PostAsync($"/odata/{query.Split('?')[0]}/$query", new StringContent(query.Split('?')[1], Encoding.UTF8, "text/plain"), Token));
        await HuntAsync(system, ["$batch"], query => client.PostAsync($"/odata/{query}", new StringContent($$"""{"requests":[{{batch}}]}""", Encoding.UTF8, "application/json"), Token));
    }

    /// <summary>Whoever guesses a value learns nothing from how many there are, from the order, or from an error.</summary>
    [Theory]
    [MemberData(nameof(Systems))]
    public async Task Nothing_that_a_query_counts_or_sorts_depends_on_what_is_hidden(string system)
    {
        using var client = await Actors.SystemAsync(directory, system);
        foreach (var word in Planted.HiddenFrom(system))
        {
            foreach (var probe in new[] { $"ContactPoints/$count?$filter=contains(Value,'{word}') or contains(Role,'{word}')", $"ChangeRequests/$count?$filter=contains(Reason,'{word}') or contains(Source/Reference,'{word}')", $"Authorities/$count?$search={word}", $"States/$count?$search={word}", $"Authorities/$count?$filter=ContactPoints/any(c:contains(c/Value,'{word}'))" })
            {
                Assert.Equal((probe, "0"), (probe, await client.GetStringAsync($"/odata/{probe}", Token)));
            }
        }
    }

    /// <summary>The tag of another's answer says neither that theirs is the same nor what it was.</summary>
    [Theory]
    [InlineData("ContactPoints?$top=1000")]
    [InlineData("Authorities('PL-001')?$expand=ContactPoints")]
    [InlineData("ChangeRequests")]
    [InlineData("Changes?$top=1000")]
    [InlineData("Directory")]
    public async Task The_tag_of_another_audience_gets_an_answer_of_ones_own(string query)
    {
        var tags = new List<string>();
        foreach (var system in Actors.Systems)
        {
            using var client = await Actors.SystemAsync(directory, system);
            foreach (var tag in tags)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/odata/{query}");
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
                using var other = await client.SendAsync(request, Token);
                var body = await other.Content.ReadAsStringAsync(Token);
                Assert.True(other.StatusCode == HttpStatusCode.OK ? Hidden(system, body) is null : other.Headers.ETag!.ToString() == tag, $"{system} {tag}");
            }

            using var own = await client.GetAsync($"/odata/{query}", Token);
            Assert.Equal(system == "visitor" && !query.StartsWith("ChangeRequests", StringComparison.Ordinal) ? "public, no-cache" : "private, no-cache", own.Headers.NonValidated["Cache-Control"].ToString());
            tags.Add(own.Headers.ETag!.ToString());
        }

        Assert.True(tags.Distinct().Count() > 1);
    }

    [Theory]
    [InlineData(Audience.Public, "visitor")]
    [InlineData(Audience.Government, "practitioner")]
    public async Task An_export_of_the_ledger_holds_nothing_that_its_audience_must_not_see(Audience audience, string person)
    {
        var page = await directory.Services.GetRequiredService<ILedger>().ReadAsync(0, Token);
        var lines = string.Join('\n', page.Entries.Select(entry => Encoding.UTF8.GetString(LedgerEntryJson.Write(entry.ForAudience(audience)))));

        Assert.Null(Hidden(person, lines));
        Assert.Contains("seen@example.org", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void No_view_holds_what_its_audience_must_not_see()
    {
        var snapshot = directory.Services.GetRequiredService<CurrentSnapshot>().Value;

        Assert.Null(Hidden("visitor", Text(snapshot.Projection.For(Audience.Public))));
        Assert.Null(Hidden("practitioner", Text(snapshot.Projection.For(Audience.Government))));
        Assert.NotNull(Hidden("visitor", Text(snapshot.Projection.For(Audience.Secretariat))));
    }

    /// <summary>Logs are read by the operator, who is none of those for whom this is.</summary>
    [Fact]
    public async Task No_log_and_no_trace_holds_what_is_not_public()
    {
        using var office = await Actors.BrowserAsync(directory, "secretariat");
        using var system = await Actors.SystemAsync(directory, "Read secretariat");
        var activities = new ConcurrentQueue<string>();
        using var listener = new System.Diagnostics.ActivityListener { ShouldListenTo = _ => true, Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => System.Diagnostics.ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = activity => activities.Enqueue(string.Join(' ', activity.TagObjects)) };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);
        foreach (var path in CaseFile.TriplesBeside("pages.cases").Select(row => row.Data.Item2))
        {
            using var answer = await office.GetAsync(path, Token);
        }

        foreach (var query in Queries)
        {
            using var answer = await system.GetAsync($"/odata/{query}", Token);
        }

        Assert.All(directory.Log.Lines, line => Assert.Null(Hidden("visitor", line.Text)));
        Assert.All(activities, tags => Assert.Null(Hidden("visitor", tags)));
        Assert.NotEmpty(activities);
    }

    /// <summary>What is looked for is there to be found: whoever may see it does.</summary>
    [Fact]
    public async Task Whoever_may_see_it_finds_it_in_the_same_places()
    {
        using var office = await Actors.BrowserAsync(directory, "secretariat");
        using var system = await Actors.SystemAsync(directory, "Read secretariat");
        var pages = new StringBuilder();
        foreach (var path in CaseFile.TriplesBeside("pages.cases").Select(row => row.Data.Item2))
        {
            using var answer = await office.GetAsync(path, Token);
            pages.Append(await answer.Content.ReadAsStringAsync(Token));
        }

        var data = new StringBuilder();
        foreach (var query in Queries)
        {
            using var answer = await system.GetAsync($"/odata/{query}", Token);
            data.Append(await answer.Content.ReadAsStringAsync(Token));
        }

        Assert.All(Planted.Words, word => Assert.Contains(word, pages.ToString(), StringComparison.Ordinal));
        Assert.All(Planted.Words.SkipLast(1), word => Assert.Contains(word, data.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(Planted.Words[^1], data.ToString(), StringComparison.Ordinal);
    }

    private static string Text(AudienceProjection seen) =>
        string.Join('\n', seen.Records.SelectMany(kind => kind.Value.Values).Select(record => System.Text.Json.JsonSerializer.Serialize<object>(record.Record)));

    private static async Task HuntAsync(string who, IEnumerable<string> addresses, Func<string, Task<HttpResponseMessage>> ask)
    {
        foreach (var address in addresses)
        {
            using var answer = await ask(address);
            var whole = $"{answer.Headers}{answer.Content.Headers}{Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(Token))}";
            Assert.True(Hidden(who, whole) is not { } word, $"{who} found what is not for them in {address}");
        }
    }

    /// <summary>A word that somebody must not see, in a text; null when there is none. A query is echoed in links and errors, with the word as it was asked for: none is asked for here.</summary>
    private static string? Hidden(string who, string text) => Planted.HiddenFrom(who).FirstOrDefault(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
