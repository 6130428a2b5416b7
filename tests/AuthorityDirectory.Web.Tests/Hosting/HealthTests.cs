using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Hosting;

public sealed class HealthTests(InterruptibleDirectory directory) : IClassFixture<InterruptibleDirectory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readiness_says_position_and_age_of_what_is_answered_from()
    {
        directory.Store.IsAway = false;
        await CurrentSnapshot().RefreshAsync(Cancellation);

        var ready = await ReadyAsync();

        Assert.Equal("Healthy", ready.GetProperty("status").GetString());
        Assert.Equal(CurrentSnapshot().Value.Position, ready.GetProperty("position").GetInt64());
        Assert.Equal(0, ready.GetProperty("ageSeconds").GetDouble());
        Assert.Equal(60, ready.GetProperty("staleAfterSeconds").GetDouble());
    }

    [Fact]
    public async Task While_the_store_is_away_the_directory_lives_and_answers_and_says_how_old_it_is()
    {
        directory.Store.IsAway = true;
        directory.Clock.Now += TimeSpan.FromMinutes(5);

        using var live = await directory.Client.GetAsync("/health/live", Cancellation);
        using var page = await directory.Client.GetAsync("/en", Cancellation);
        var ready = await ReadyAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, page.StatusCode));
        Assert.Equal("Degraded", ready.GetProperty("status").GetString());
        Assert.Equal(300, ready.GetProperty("ageSeconds").GetDouble());
        directory.Store.IsAway = false;
        await CurrentSnapshot().RefreshAsync(Cancellation);
        Assert.Equal("Healthy", (await ReadyAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Following_goes_on_after_the_store_was_away()
    {
        directory.Store.IsAway = true;
        directory.Clock.Now += TimeSpan.FromMinutes(5);
        await directory.Store.NextRead;
        await directory.Store.NextRead;
        Assert.Equal("Degraded", (await ReadyAsync()).GetProperty("status").GetString());

        directory.Store.IsAway = false;
        await directory.Store.NextRead;
        await directory.Store.NextRead;

        Assert.Equal("Healthy", (await ReadyAsync()).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-00:01:00")]
    public async Task An_age_that_is_no_duration_refuses_to_start_and_shows_one(string setting)
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => DirectoryApplication.CreateAsync([$"--Health:StaleAfter={setting}"]));

        Assert.Equal($"Health:StaleAfter is \"{setting}\", which is not a duration such as 00:01:00 for one minute.", refusal.Message);
    }

    private CurrentSnapshot CurrentSnapshot() => directory.Services.GetRequiredService<CurrentSnapshot>();

    private Task<JsonElement> ReadyAsync() => directory.Client.GetFromJsonAsync<JsonElement>("/health/ready", Cancellation);
}
