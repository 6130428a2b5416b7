using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>Who may write what through the API, and who sees what was asked for: whatever is refused changes nothing.</summary>
public sealed class WritingPermissionTests(WritingDirectory host) : IClassFixture<WritingDirectory>
{
    private const string Secret = "duty-officer@restricted.example";

    /// <summary>For each caller: making a request of AT, reading it, submitting, accepting, confirming an entry of AT and AT as a whole.</summary>
    [Theory]
    [InlineData(null, null, null, "401 404 401 401 401 401")]
    [InlineData(ActorRole.Practitioner, "AT", TokenScope.Write, "403 404 403 403 403 403")]
    [InlineData(ActorRole.FocalPoint, "AT", TokenScope.Read, "403 200 403 403 403 403")]
    [InlineData(ActorRole.FocalPoint, "FR", TokenScope.Write, "403 404 404 403 403 403")]
    [InlineData(ActorRole.Secretariat, null, TokenScope.Read, "403 200 403 403 403 403")]
    [InlineData(ActorRole.FocalPoint, "AT", TokenScope.Write, "201 200 200 403 200 200")]
    [InlineData(ActorRole.Secretariat, null, TokenScope.Write, "201 200 200 200 400 400")]
    public async Task A_caller_may_do_what_role_State_and_scope_allow(ActorRole? role, string? state, TokenScope? scope, string expected)
    {
        var id = NewId();
        using var owner = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        await owner.PostAsync("ChangeRequests", Hours(id, Guid.NewGuid().ToString()));
        using var caller = role is null ? new ApiClient(host.Address, null) : await host.SystemAsync(role.Value, state, scope!.Value);
        var before = Position;
        var any = ("If-Match", "*");

        var statuses = new[]
        {
            await caller.PostAsync("ChangeRequests", Hours(NewId(), Guid.NewGuid().ToString())), await caller.GetAsync(At(id)), await caller.PostAsync($"{At(id)}/Submit", null, any),
            await caller.PostAsync($"{At(id)}/Accept", null, any), await caller.PostAsync("Authorities('AT-003')/Confirm", null, any), await caller.PostAsync("States('AT')/Confirm", null, any),
        }.Select(answer => answer.Status).ToList();

        Assert.Equal(expected, string.Join(' ', statuses));
        Assert.Equal(statuses.Skip(2).Count(status => status == 200), Position - before);
    }

    [Fact]
    public async Task Without_a_token_the_answer_says_how_to_ask()
    {
        using var nobody = new ApiClient(host.Address, null);
        var answer = await nobody.PostAsync("ChangeRequests", Hours(NewId()));

        Assert.Equal((401, "Bearer"), (answer.Status, answer.Headers["WWW-Authenticate"]));
        Assert.Empty((await nobody.GetAsync("ChangeRequests")).Json.GetProperty("value").EnumerateArray());
    }

    [Fact]
    public async Task A_session_of_a_browser_writes_nothing_here()
    {
        using var browser = await host.SignInAsync(await host.InviteAsync(ActorRole.FocalPoint, "AT"));
        using var answer = await browser.PostAsync("/odata/ChangeRequests", System.Net.Http.Json.JsonContent.Create(Hours(NewId())), TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)answer.StatusCode);
    }

    public static TheoryData<string> Probes =>
    [
        "ChangeRequests",
        "ChangeRequests/$count",
        $"ChangeRequests?$filter=Changes/any(c:c/Fields/any(f:f/After eq '{Secret}'))&$count=true",
        "ChangeRequests?$filter=StateCode eq 'PL'&$orderby=Reason",
        "ChangeRequests?$expand=State",
        $"ChangeRequests?$compute=Reason as R&$select=R",
        "Authorities?$filter=$root/ChangeRequests/any(r:r/StateCode eq 'PL')&$select=Id",
        "$root/ChangeRequests",
        $"Authorities?$search={Secret}",
        $"ContactPoints?$filter=contains(Value,'duty-officer')",
        "Changes?$top=1000",
        "ChangeRequests('{id}')",
        "ChangeRequests('{id}')/Changes",
        "$entity?$id=ChangeRequests('{id}')",
        "ChangeRequests('{id}')/State/Authorities?$expand=ContactPoints",
    ];

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task What_a_request_says_of_a_restricted_contact_is_for_its_State_and_the_Secretariat_alone(string probe)
    {
        var id = await SubmittedAsync();
        var path = probe.Replace("{id}", id, StringComparison.Ordinal);
        foreach (var (role, state) in new (ActorRole?, string?)[] { (null, null), (ActorRole.Practitioner, "PL"), (ActorRole.FocalPoint, "FR") })
        {
            using var other = role is null ? new ApiClient(host.Address, null) : await host.SystemAsync(role.Value, state);
            var answer = await other.GetAsync(path);
            var listed = answer.Status == 200 && answer.Text.StartsWith('{') && answer.Json.TryGetProperty("value", out var value) && path.StartsWith("ChangeRequests", StringComparison.Ordinal)
                ? value.GetArrayLength() : 0;

            Assert.DoesNotContain(Secret, answer.Text.Replace(path, "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal(0, listed);
            Assert.DoesNotContain("public", answer.Status == 200 && path.StartsWith("ChangeRequests", StringComparison.Ordinal) ? answer.Headers["Cache-Control"] : "", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ActorRole.FocalPoint, "PL")]
    [InlineData(ActorRole.Secretariat, null)]
    public async Task Its_State_and_the_Secretariat_see_it(ActorRole role, string? state)
    {
        var id = await SubmittedAsync();
        using var system = await host.SystemAsync(role, state, TokenScope.Read);

        Assert.Contains(Secret, (await system.GetAsync(At(id))).Text, StringComparison.Ordinal);
        Assert.Contains(id, (await system.GetAsync($"ChangeRequests?$filter=Changes/any(c:c/Fields/any(f:f/After eq '{Secret}'))")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_tells_another_State_nothing_of_a_request()
    {
        var id = await SubmittedAsync();
        using var other = await host.SystemAsync(ActorRole.FocalPoint, "FR");
        var (there, absent) = (await other.PostAsync($"{At(id)}/Withdraw", null, ("If-Match", "*")), await other.PostAsync($"{At("pl-none-0001")}/Withdraw", null, ("If-Match", "*")));

        Assert.Equal((404, 404), (there.Status, absent.Status));
        Assert.Equal(absent.Text.Replace("pl-none-0001", id, StringComparison.Ordinal), there.Text);
        Assert.Equal(403, (await other.PostAsync("ChangeRequests", Of(id, "PL", Change("PL-001", "Acronym", "x")))).Status);
    }

    private long Position => host.Services.GetRequiredService<CurrentSnapshot>().Value.Position;

    private async Task<string> SubmittedAsync()
    {
        var id = NewId("PL");
        using var owner = await host.SystemAsync(ActorRole.FocalPoint, "PL");
        await owner.PostAsync("ChangeRequests", Of(id, "PL", new
        {
            Kind = "ContactPoint",
            RecordId = "PL-001",
            LineId = "new1",
            Act = "Add",
            Fields = new[] { new { Name = "Kind", After = "Email" }, new { Name = "Value", After = Secret }, new { Name = "Visibility", After = "Government" } },
        }));
        Assert.Equal(200, (await owner.InvokeAsync(At(id), "Submit")).Status);
        return id;
    }
}
