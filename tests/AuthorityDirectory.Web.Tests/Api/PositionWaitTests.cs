using System.Net;
using System.Text.Json;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>A client that knows of a position gets an answer that goes as far, or is told that it did not.</summary>
public sealed class PositionWaitTests(InterruptibleDirectory directory) : IClassFixture<InterruptibleDirectory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private long Here => directory.Services.GetRequiredService<CurrentSnapshot>().Value.Position;

    [Fact]
    public async Task The_answer_waits_for_what_another_instance_wrote()
    {
        using var other = await OtherAsync();
        var asked = GetAsync("odata/Authorities('AT-003')?$select=Name", $"directory.position={Here + 1}, wait=30");

        var position = other.Write(Changed(other, "AT-003", authority => authority with { Name = "Ministry of Waiting" }));

        using var answer = await asked;
        Assert.Equal($"directory.position={position}", Applied(answer));
        Assert.Contains("Ministry of Waiting", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_at_which_nothing_changed_that_the_caller_sees_is_reached_all_the_same()
    {
        using var other = await OtherAsync();
        var seen = await VisiblePositionAsync("directory.position=0");
        var contact = Some.Contact("AT-003-c9", ContactKind.Email, "nobody@example.org", Audience.Secretariat);
        var position = other.Write(Changed(other, "AT-003", authority => authority with { ContactPoints = [.. authority.ContactPoints, contact] }));

        Assert.Equal((seen.Visible, $"directory.position={position}"), await VisiblePositionAsync($"directory.position={position}, wait=30"));
    }

    [Fact]
    public async Task When_the_wait_is_over_the_answer_is_what_there_is_and_does_not_claim_more()
    {
        using var answer = await GetAsync("odata/States('AT')", $"directory.position={Here + 1}, wait=0");

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, Applied(answer)));
    }

    [Fact]
    public async Task It_goes_together_with_other_preferences_in_any_spelling()
    {
        using var answer = await GetAsync("odata/States", "odata.maxpagesize=3, Directory.Position=\"1\"; x=y", "wait=3000");

        Assert.Equal("odata.maxpagesize=3, directory.position=1", Applied(answer));
    }

    [Fact]
    public async Task What_is_not_there_at_a_position_is_said_to_be_so_at_that_position()
    {
        using var answer = await GetAsync("odata/States('XX')", "directory.position=1");

        Assert.Equal((HttpStatusCode.NotFound, "directory.position=1"), (answer.StatusCode, Applied(answer)));
    }

    [Theory]
    [InlineData("directory.position=last", "The preference directory.position is \"last\": give the number of an entry of the ledger, such as directory.position=42.")]
    [InlineData("directory.position", "The preference directory.position is \"\": give the number of an entry of the ledger, such as directory.position=42.")]
    [InlineData("directory.position=-1", "The preference directory.position is \"-1\": give the number of an entry of the ledger, such as directory.position=42.")]
    [InlineData("directory.position=1, wait=soon", "The preference wait is \"soon\": give a whole number of seconds, such as wait=5.")]
    [InlineData("directory.position=1, wait=1.5", "The preference wait is \"1.5\": give a whole number of seconds, such as wait=5.")]
    public async Task A_value_that_is_no_number_is_refused_with_an_example(string prefer, string message)
    {
        using var answer = await GetAsync("odata/States", prefer);
        var error = (await JsonAsync(answer)).GetProperty("error");

        Assert.Equal((HttpStatusCode.BadRequest, "4.0"), (answer.StatusCode, answer.Headers.GetValues("OData-Version").Single()));
        Assert.Equal(("InvalidValue", "Prefer", message), (error.GetProperty("code").GetString(), error.GetProperty("target").GetString(), error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_wait_for_nothing_concerns_nobody()
    {
        using var answer = await GetAsync("odata/States", "wait=soon");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Another instance on the same store.</summary>
    private async Task<TrialDirectory> OtherAsync()
    {
        var other = new TrialDirectory(directory.Store);
        await other.FollowAsync();
        return other;
    }

    private static Authority Changed(TrialDirectory other, string id, Func<Authority, Authority> change) =>
        change(other.Current.Value.View(Audience.Secretariat).Authority(id)!.Record);

    private async Task<(long Visible, string Applied)> VisiblePositionAsync(string prefer)
    {
        using var answer = await GetAsync("odata/Directory", prefer);
        return ((await JsonAsync(answer)).GetProperty("Position").GetInt64(), Applied(answer));
    }

    private Task<HttpResponseMessage> GetAsync(string path, params string[] prefer)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Prefer", prefer);
        return directory.Client.SendAsync(request, Cancellation);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;

    private static string Applied(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Preference-Applied", out var values) ? string.Join(", ", values) : "";
}
