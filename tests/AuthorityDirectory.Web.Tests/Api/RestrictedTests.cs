using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>What only governments or the Secretariat may see cannot be had from the public API: not read, not found, not counted, not guessed from an order or an error.</summary>
public sealed class RestrictedTests(DirectoryWithEverything directory)
{
    private const string Authority = DirectoryWithEverything.WithRestrictedContacts;

    public static TheoryData<string> Everything =>
    [
        "Authorities?$top=1000&$expand=ContactPoints,Designations,Memberships,State,Successor",
        $"Authorities('{Authority}')",
        $"Authorities('{Authority}')/ContactPoints",
        "ContactPoints?$top=1000&$expand=Authority",
        "CentralAuthorities?$top=1000&$expand=ContactPoints",
        $"States('PL')?$expand=Authorities($expand=ContactPoints)",
        "FindCounterpart(requestingState='FR',requestedState='PL',need=UncacDirectory.Need'MutualLegalAssistance',urgent=true,formal=true)",
        "Changes?$top=1000",
        "Directory",
    ];

    public static TheoryData<string> Probes =>
    [
        $"ContactPoints/$count?$filter=Value eq '{Some.GovernmentContact}'",
        $"ContactPoints/$count?$filter=startswith(Value,'government-only')",
        $"ContactPoints/$count?$filter=AuthorityId eq '{Authority}'",
        $"Authorities/$count?$filter=Id eq '{Authority}' and ContactPoints/any()",
        $"Authorities/$count?$filter=Id eq '{Authority}' and ContactPoints/$count gt 0",
        $"Authorities/$count?$filter=Id eq '{Authority}' and Email ne null",
        $"Authorities/$count?$filter=Id eq '{Authority}' and Phone ne null",
        "Authorities/$count?$search=\"government-only@example.org\"",
    ];

    public static TheoryData<string> Addresses => [$"ContactPoints('{Authority}-c1')", $"ContactPoints('{Authority}-c2')", $"Authorities('{Authority}')/ContactPoints('{Authority}-c1')"];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task No_answer_holds_a_restricted_value(string query)
    {
        var body = await BodyAsync(query, 200);

        Assert.DoesNotContain(Some.GovernmentContact, body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Some.SecretariatContact, body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"{Authority}-c", body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task No_condition_counts_a_restricted_value(string query) => Assert.Equal("0", await BodyAsync(query, 200));

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task A_restricted_contact_point_has_no_address(string query) => Assert.DoesNotContain("example.org", await BodyAsync(query, 404), StringComparison.Ordinal);

    private async Task<string> BodyAsync(string query, int status)
    {
        using var response = await directory.Client.GetAsync($"odata/{query}", TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, body);
        return body;
    }
}
