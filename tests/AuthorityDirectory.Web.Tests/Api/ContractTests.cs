using System.Text.Json;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>What the directory promises to systems, asked over a socket of the seeded directory.</summary>
public sealed class ContractTests(SeededDirectory directory)
{
    private static readonly string[] Sets =
    [
        "States", "Authorities", "CentralAuthorities", "AssetRecoveryFocalPoints", "PreventionAuthorities", "CivilAndAdministrativeFocalPoints",
        "GlobeMembers", "Designations", "ContactPoints", "Memberships", "Notices", "Networks", "Channels", "CoverageFigures", "Changes", "ChangeRequests",
    ];

    public static TheoryData<string, int> Counts => new()
    {
        { "States", 198 },
        { "States/$count?$filter=ConventionStatus eq 'Party'", 190 },
        { "Authorities", 271 },
        { "Designations", 107 },
        { "Designations/$count?$filter=Instrument eq 'Uncac'", 1 },
        { "Designations/$count?$filter=Function eq 'MutualLegalAssistance'", 44 },
        { "GlobeMembers", 11 },
        { "Memberships/$count?$filter=Kind eq 'Observer'", 11 },
        { "Networks", 33 },
        { "Channels", 15 },
        { "CoverageFigures", 15 },
        { "Authorities/$count?$filter=Freshness ne 'NeverConfirmed'", 0 },
        { "Authorities/$count?$filter=Source eq null", 0 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task The_seeded_directory_holds_what_its_sources_gave(string what, int count) =>
        Assert.Equal(count, int.Parse(await TextAsync(what.Contains('?', StringComparison.Ordinal) ? what : $"{what}/$count"), System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task The_service_document_names_every_entity_set_of_the_contract_and_the_singleton()
    {
        var listed = (await JsonAsync("")).GetProperty("value").EnumerateArray().Select(e => e.GetProperty("name").GetString());

        Assert.Equal([.. Sets, "Directory"], listed);
    }

    [Fact]
    public async Task The_metadata_is_the_committed_contract() =>
        Verified.Equal("metadata.verified.xml", await TextAsync("$metadata"));

    [Fact]
    public async Task Each_GlobE_member_is_an_authority_of_the_base_set_with_its_State()
    {
        var members = (await JsonAsync("GlobeMembers?$expand=State")).GetProperty("value").EnumerateArray().ToList();

        Assert.Equal(11, members.Count);
        Assert.All(members, member =>
        {
            Assert.Equal($"Authorities('{member.GetProperty("Id").GetString()}')", member.GetProperty("@odata.id").GetString());
            Assert.Equal(member.GetProperty("StateCode").GetString(), member.GetProperty("State").GetProperty("Code").GetString());
        });
    }

    [Fact]
    public async Task Only_the_central_authority_of_Poland_rests_on_a_notification_under_the_Convention_itself()
    {
        var designations = (await JsonAsync("Designations?$top=200")).GetProperty("value").EnumerateArray().ToList();

        Assert.All(designations, d => Assert.NotEqual(JsonValueKind.Null, d.GetProperty("Source").GetProperty("Kind").ValueKind));
        Assert.Equal("PL-001-d1", Assert.Single(designations, d => d.GetProperty("Instrument").GetString() == "Uncac").GetProperty("Id").GetString());
    }

    [Fact]
    public async Task Following_next_links_gives_every_authority_once()
    {
        var ids = new List<string>();
        for (string? next = "Authorities?$select=Id"; next is not null;)
        {
            var page = await JsonAsync(next);
            ids.AddRange(page.GetProperty("value").EnumerateArray().Select(a => a.GetProperty("Id").GetString()!));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }

        Assert.Equal(271, ids.Count);
        Assert.Equal(271, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("Nowhere", 404)]
    [InlineData("Authorities('XX-999')", 404)]
    [InlineData("Authorities?$filter=Nme eq 'x'", 400)]
    [InlineData("Authorities?$filter=Name eq 'x", 400)]
    [InlineData("Authorities?$filtre=Name eq 'x'", 400)]
    [InlineData("Authorities?$apply=aggregate($count as n)", 501)]
    [InlineData("Authorities?$top=-1", 400)]
    [InlineData("Coverage(asAt=2026-01-31)", 501)]
    [InlineData("FindCounterpart(requestingState='FR',requestedState='AT',need=UncacDirectory.Need'Everything',urgent=false,formal=true)", 400)]
    public async Task A_wrong_question_is_answered_with_what_is_wrong(string query, int status)
    {
        using var response = await directory.Client.GetAsync($"odata/{query}", TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(error.GetProperty("code").GetString()!);
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_is_answered_with_the_methods_that_are_allowed()
    {
        using var response = await directory.Client.PostAsync("odata/Authorities", new StringContent("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(405, (int)response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Several_questions_travel_in_one_batch()
    {
        using var content = new StringContent("""{"requests":[{"id":"1","method":"GET","url":"States/$count"},{"id":"2","method":"GET","url":"Networks?$top=1"},{"id":"3","method":"PATCH","url":"States('AT')"}]}""");
        content.Headers.ContentType = new("application/json");
        using var response = await directory.Client.PostAsync("odata/$batch", content, TestContext.Current.CancellationToken);
        var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("responses").EnumerateArray().ToList();

        Assert.Equal([200, 200, 405], answers.Select(answer => answer.GetProperty("status").GetInt32()));
        Assert.Equal("198", answers[0].GetProperty("body").GetString());
    }

    [Fact]
    public async Task Coverage_is_what_the_designations_say()
    {
        var coverage = (await JsonAsync("Coverage()")).GetProperty("value").EnumerateArray().ToList();

        Assert.Equal(["MutualLegalAssistance", "Extradition", "AssetRecovery", "Prevention", "CivilAndAdministrativeProceedings"], coverage.Select(c => c.GetProperty("Function").GetString()));
        Assert.All(coverage, c => Assert.Equal(190, c.GetProperty("Parties").GetInt32()));
        Assert.Equal(1, coverage.Sum(c => c.GetProperty("UnderConvention").GetInt32()));
        foreach (var count in coverage)
        {
            var question = $"States/$count?$filter=ConventionStatus eq 'Party' and Authorities/any(a:a/Functions/any(f:f eq '{count.GetProperty("Function").GetString()}'))";
            Assert.Equal(await TextAsync(question), count.GetProperty("UnderAnyInstrument").GetRawText());
        }
    }

    [Theory]
    [InlineData("requestingState='FR',requestedState='AT',need=UncacDirectory.Need'MutualLegalAssistance',urgent=false,formal=true", "CentralAuthority", "AT-003")]
    [InlineData("requestingState='AT',requestedState='PL',need=UncacDirectory.Need'MutualLegalAssistance',urgent=true,formal=true", "CentralAuthority", "PL-001")]
    [InlineData("requestingState='FR',requestedState='IN',need=UncacDirectory.Need'InformalContact',urgent=false,formal=false", "GlobePeer", "IN-001")]
    [InlineData("requestingState='FR',requestedState='VE',need=UncacDirectory.Need'Extradition',urgent=false,formal=true", "DiplomaticChannel", null)]
    public async Task The_counterpart_is_the_first_row_and_every_row_says_why(string question, string kind, string? authority)
    {
        var rows = (await JsonAsync($"FindCounterpart({question})")).GetProperty("value").EnumerateArray().ToList();

        Assert.Equal((kind, authority), (rows[0].GetProperty("Kind").GetString(), rows[0].GetProperty("AuthorityId").GetString()));
        Assert.All(rows, row => Assert.NotEqual(0, row.GetProperty("Reasons").GetArrayLength()));
        Assert.Equal("DiplomaticChannel", rows.Last(row => row.GetProperty("Rank").ValueKind == JsonValueKind.Number).GetProperty("Kind").GetString());
    }

    [Theory]
    [InlineData("FR", "FR", "SameState")]
    [InlineData("FR", "ZZ", "RequestedStateNotHeld")]
    [InlineData("x'')", "AT", "RequestingStateNotHeld")]
    public async Task A_question_without_answer_says_what_is_wrong_with_it(string requesting, string requested, string reason)
    {
        var rows = (await JsonAsync($"FindCounterpart(requestingState='{requesting}',requestedState='{requested}',need=UncacDirectory.Need'Prevention',urgent=false,formal=true)")).GetProperty("value").EnumerateArray().ToList();

        Assert.All(rows, row => Assert.Equal(reason, row.GetProperty("Reasons")[0].GetString()));
    }

    private async Task<JsonElement> JsonAsync(string query) => JsonDocument.Parse(await TextAsync(query)).RootElement;

    private async Task<string> TextAsync(string query)
    {
        var address = query.StartsWith("http", StringComparison.Ordinal) ? query : $"odata/{query}";
        using var response = await directory.Client.GetAsync(address, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }
}
