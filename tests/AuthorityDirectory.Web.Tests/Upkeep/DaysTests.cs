using System.Net.Http.Json;
using System.Text.Json;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Upkeep;

/// <summary>What moves with the date alone, on pages and in OData, while nobody writes.</summary>
public sealed class DaysTests : IAsyncLifetime
{
    private readonly TimedDirectory _directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _directory.InitializeAsync();

    public ValueTask DisposeAsync() => _directory.DisposeAsync();

    [Fact]
    public async Task A_notice_is_shown_from_its_first_day_through_its_last_and_is_history_afterwards()
    {
        var (first, last) = (TimedDirectory.Today.AddDays(1), TimedDirectory.Today.AddDays(10));
        await _directory.WriteAsync(Notice("AT-n1", "AT-003", first, last), Notice("AT-n2", null, first, last) with { Text = "Bitte nur per Telefon.", Language = "de" });
        var position = _directory.Current.Value.Position;

        foreach (var (day, shown) in new[] { (TimedDirectory.Today, false), (first, true), (last, true), (last.AddDays(1), false) })
        {
            await _directory.MoveToAsync(day);

            Assert.Equal(shown ? ["AT-n1", "AT-n2"] : [], await NoticesAsync("/en/states/AT"));
            Assert.Equal(shown ? ["AT-n1", "AT-n2"] : [], await NoticesAsync("/en/authorities/AT-003"));
            Assert.Equal(shown ? ["AT-n2"] : [], await NoticesAsync("/en/authorities/AT-001"));
            Assert.Equal(shown, (await JsonAsync("Authorities('AT-003')")).GetProperty("HasNotice").GetBoolean());
            Assert.Equal(shown ? 2 : 0, (await JsonAsync("Notices?$filter=IsCurrent")).GetProperty("value").GetArrayLength());
            Assert.Equal(2, (await JsonAsync("States('AT')/Notices")).GetProperty("value").GetArrayLength());
            Assert.Equal(shown, await CountAsync("Authorities/$count?$filter=HasNotice and StateCode eq 'AT'") > 0);
        }

        Assert.Equal(position, _directory.Current.Value.Position);
    }

    [Fact]
    public async Task A_notice_says_in_its_own_language_what_to_do_until_when_about_whom_and_on_what_it_rests()
    {
        await _directory.WriteAsync(Notice("AT-n1", "AT-003", TimedDirectory.Today, TimedDirectory.Today.AddDays(10)) with { Text = "Bitte nur per Telefon.", Language = "de" });

        var notice = (await _directory.PageAsync("/en/states/AT")).QuerySelector(".notice")!;

        Assert.Equal("Notice of Austria", notice.Text("h2"));
        Assert.Equal(("Bitte nur per Telefon.", "de"), (notice.Text(".words"), notice.QuerySelector(".words")!.GetAttribute("lang")));
        Assert.Contains("It holds from 2 November 2026 until 12 November 2026.", notice.Shown(), StringComparison.Ordinal);
        Assert.Contains("/en/authorities/AT-003", notice.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.StartsWith("Source of March 2025: ", notice.Text(".source"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Freshness_of_entries_designations_and_contact_points_moves_without_a_write()
    {
        var confirmed = new DateOnly(2026, 1, 31);
        await _directory.WriteAsync(Confirmed(confirmed));
        var position = _directory.Current.Value.Position;

        foreach (var (day, freshness, words) in new[]
        {
            (new DateOnly(2026, 11, 2), Freshness.Confirmed, "Confirmed by its State"),
            (new DateOnly(2027, 1, 30), Freshness.Confirmed, "Confirmed by its State"),
            (new DateOnly(2027, 1, 31), Freshness.Due, "Confirmation by its State is due"),
            (new DateOnly(2027, 4, 29), Freshness.Due, "Confirmation by its State is due"),
            (new DateOnly(2027, 4, 30), Freshness.Overdue, "Confirmation by its State is overdue"),
        })
        {
            await _directory.MoveToAsync(day);

            foreach (var entity in new[] { "Authorities('AT-901')", "Designations('AT-901-d1')", "ContactPoints('AT-901-c1')" })
            {
                var values = await JsonAsync($"{entity}?$select=Freshness,ConfirmedOn,ConfirmedByRole,NextConfirmationOn");
                Assert.Equal(
                    (freshness.ToString(), "2026-01-31", "FocalPoint", "2027-01-31"),
                    (Text(values, "Freshness"), Text(values, "ConfirmedOn"), Text(values, "ConfirmedByRole"), Text(values, "NextConfirmationOn")));
            }

            var page = await _directory.PageAsync("/en/authorities/AT-901");
            Assert.All(page.QuerySelectorAll(".fresh"), said => Assert.Equal($"{words} last confirmed on 31 January 2026 by the focal point of the State", said.Shown()));
            Assert.Equal(3, page.QuerySelectorAll($".fresh.{Codes.Freshness.CodeOf(freshness)}").Length);
        }

        Assert.Equal(position, _directory.Current.Value.Position);
    }

    [Theory]
    [InlineData("Authorities", "AT-901", "AT-902")]
    [InlineData("Designations", "AT-901-d1", "AT-902-d1")]
    [InlineData("ContactPoints", "AT-901-c1", "AT-902-c1")]
    public async Task Lines_are_found_and_sorted_by_freshness_and_by_when_they_are_due(string set, string first, string second)
    {
        await _directory.WriteAsync(Confirmed(new(2025, 10, 1)), Confirmed(new(2025, 11, 1), "AT-902"));

        foreach (var query in new[] { "$filter=Freshness eq 'Due'&$orderby=NextConfirmationOn", "$filter=ConfirmedByRole eq 'FocalPoint'&$orderby=ConfirmedOn", "$filter=NextConfirmationOn le 2026-11-02&$orderby=Freshness,Id" })
        {
            var found = (await JsonAsync($"{set}?{query}&$select=Id")).GetProperty("value").EnumerateArray().Select(entity => Text(entity, "Id"));
            Assert.Equal([first, second], found);
        }
    }

    private static Notice Notice(string id, string? authority, DateOnly from, DateOnly until) =>
        new() { Id = id, StateCode = "AT", AuthorityId = authority, Text = "Use the telephone.", From = from, Until = until, Source = Some.Source };

    private static Authority Confirmed(DateOnly day, string id = "AT-901") => Some.Authority(id) with
    {
        ConfirmedOn = day,
        ConfirmedByRole = ActorRole.FocalPoint,
        Designations = [Some.Designation($"{id}-d1") with { ConfirmedOn = day, ConfirmedByRole = ActorRole.FocalPoint }],
        ContactPoints = [Some.Contact($"{id}-c1", ContactKind.Email, "office@example.org", Audience.Public) with { ConfirmedOn = day, ConfirmedByRole = ActorRole.FocalPoint }],
    };

    private async Task<IEnumerable<string?>> NoticesAsync(string path) => (await _directory.PageAsync(path)).QuerySelectorAll(".notice").Select(notice => notice.Id);

    private async Task<JsonElement> JsonAsync(string query) => await _directory.Client.GetFromJsonAsync<JsonElement>($"/odata/{query}", Cancellation);

    private async Task<int> CountAsync(string query) => int.Parse(await _directory.Client.GetStringAsync($"/odata/{query}", Cancellation), System.Globalization.CultureInfo.InvariantCulture);

    private static string? Text(JsonElement entity, string name) => entity.GetProperty(name).GetString();
}
