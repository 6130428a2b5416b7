using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Manage;

public sealed class EditTests(DeskDirectory host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_is_changed_by_form_preview_and_submitting_and_others_see_nothing_before_it_is_accepted()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;

        var preview = await client.EditAsync(state, authority, [new($"{authority}{DeskDirectory.Phone}.Value", "+43 1 9999")]);
        var shown = await (await client.GetAsync(preview, Token)).DocumentAsync();
        Assert.Equal("Changed Telephone: For requests – Ministry of Justice", shown.Text(".difference h3"));
        Assert.Equal(["+43 1 2345", "+43 1 9999"], shown.QuerySelectorAll(".difference td").Select(cell => cell.Shown()));

        using var submitted = await client.SubmitAsync(preview);
        var request = submitted.Headers.Location!.ToString();
        var desk = await (await client.GetAsync($"/en/manage/{state}", Token)).DocumentAsync();

        Assert.NotNull(desk.QuerySelector($"section li a[href='{request}']"));
        Assert.Contains("Waiting for the Secretariat", desk.GetElementById(authority)!.Shown(), StringComparison.Ordinal);
        Assert.Equal("+43 1 2345", host.Entry(authority).Phone);
        Assert.DoesNotContain("9999", await host.Client.GetStringAsync($"/en/authorities/{authority}", Token), StringComparison.Ordinal);

        await host.AcceptAsync(request.Split('/')[^1]);
        Assert.Equal("+43 1 9999", host.Entry(authority, Audience.Public).Phone);
        var history = await (await client.GetAsync($"/en/manage/{state}/history?entry={authority}", Token)).DocumentAsync();
        Assert.EndsWith("What Before After Address or number +43 1 2345 +43 1 9999", history.QuerySelector(".difference")!.Shown(), StringComparison.Ordinal);
        Assert.Contains("by: Focal point of the State", history.QuerySelector(".facts")!.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_stand_beside_their_fields_and_every_text_stays_as_it_was_typed()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        KeyValuePair<string, string>[] typed =
        [
            new($"{authority}{DeskDirectory.Mail}.Value", "office at <justice>"),
            new($"{authority}-d1.ValidFrom", "soon"),
            new($"{authority}.OfficeHours", "  9 to 5 "),
            new($"{authority}.WorkingLanguages", "en klingon!"),
        ];

        using var response = await client.SubmitAsync($"/en/manage/{state}/edit/{authority}", typed, "#entry");
        var page = await response.DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("office at <justice>", page.GetElementById($"{authority}{DeskDirectory.Mail}-Value")!.GetAttribute("value"));
        Assert.Equal("soon", page.GetElementById($"{authority}-d1-ValidFrom")!.GetAttribute("value"));
        Assert.Equal("  9 to 5 ", page.GetElementById($"{authority}-OfficeHours")!.GetAttribute("value"));
        Assert.Equal("klingon!", page.GetElementById($"{authority}-WorkingLanguages-rest")!.GetAttribute("value"));
        Assert.All(page.QuerySelectorAll("#problems a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(3, page.QuerySelectorAll("#problems a").Length);
        Assert.Equal(3, page.QuerySelectorAll(".fault").Length);

        var draft = page.QuerySelector("[name=draft]")!.GetAttribute("value");
        var again = await (await client.GetAsync($"/en/manage/{state}/edit/{authority}?draft={draft}", Token)).DocumentAsync();
        Assert.Equal("soon", again.GetElementById($"{authority}-d1-ValidFrom")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_authority_is_added_with_its_designation_and_contact_point()
    {
        var (state, _) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;

        var preview = await client.EditAsync(state, "authority",
        [
            new("new1.Name", "Office of Integrity"),
            new("new2.Function", "Prevention"), new("new2.Instrument", "Uncac"), new("new2.AcceptedLanguages", "en fr"),
            new("new3.Kind", "Email"), new("new3.Value", "integrity@example.org"),
        ]);
        var id = (await client.SubmitAsync(preview)).Headers.Location!.ToString().Split('/')[^1];
        Assert.Equal([LineKind.Authority, LineKind.ContactPoint, LineKind.Designation], host.Request(id).Changes.Select(change => change.Kind));

        await host.AcceptAsync(id);
        var added = host.Entry($"{state}-002");
        Assert.Equal(("Office of Integrity", "integrity@example.org"), (added.Record.Name, added.Email));
        Assert.Equal([Function.Prevention], added.Functions);
    }

    [Fact]
    public async Task A_contact_point_is_removed_another_added_and_the_rest_stays()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;

        var preview = await client.EditAsync(state, authority, [new($"remove.{authority}{DeskDirectory.Phone}", "1"), new("new2.Kind", "Fax"), new("new2.Value", "+43 1 4444")]);
        var id = (await client.SubmitAsync(preview)).Headers.Location!.ToString().Split('/')[^1];
        await host.AcceptAsync(id);

        Assert.Equal([$"{authority}-c1", $"{authority}-c3", $"{authority}-c4"], host.Entry(authority).Record.ContactPoints.Select(point => point.Id));
        var page = await (await client.GetAsync($"/en/manage/{state}/requests/{id}", Token)).DocumentAsync();
        Assert.Contains(page.QuerySelectorAll(".difference h3"), heading => heading.Shown() == "Removed Telephone: For requests – Ministry of Justice");
    }

    [Theory]
    [InlineData("{0}", "{0}.MissionCity", "Vienna", LineKind.State)]
    [InlineData("{0}", "{0}.AcceptedLanguages", "en fr", LineKind.State)]
    [InlineData("notice", "new1.Text", "Until further notice use the diplomatic channel.", LineKind.Notice)]
    public async Task Answers_of_the_State_and_notices_have_forms_too(string subject, string field, string text, LineKind kind)
    {
        var (state, _) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;

        var preview = await client.EditAsync(state, string.Format(null, subject, state), [new(string.Format(null, field, state), text), new("new1.From", "2026-11-02"), new("new1.Until", "2026-12-02")]);
        var id = (await client.SubmitAsync(preview)).Headers.Location!.ToString().Split('/')[^1];

        Assert.Equal(kind, Assert.Single(host.Request(id).Changes).Kind);
        await host.AcceptAsync(id);
    }

    [Fact]
    public async Task Who_comes_second_sees_what_it_was_what_it_is_now_and_decides()
    {
        var (state, authority) = host.Take();
        var (_, first) = await host.FocalPointAsync(state);
        var (_, second) = await host.FocalPointAsync(state);
        using var one = first;
        using var two = second;
        var phone = $"{authority}{DeskDirectory.Phone}";
        var mine = await second.EditAsync(state, authority, [new($"{phone}.Value", "+43 1 2222"), new($"{phone}.Role", "Duty officer")]);
        var theirs = await first.EditAsync(state, authority, [new($"{phone}.Value", "+43 1 1111")]);
        await host.AcceptAsync((await first.SubmitAsync(theirs)).Headers.Location!.ToString().Split('/')[^1]);

        using var refused = await second.SubmitAsync(mine, form: "form[enctype]");
        var page = await refused.DocumentAsync();
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var choice = Assert.Single(page.QuerySelectorAll("[aria-labelledby=h-conflicts] fieldset")).Shown();
        Assert.Equal("Address or number: Telephone: For requests – Ministry of Justice When you began it was: +43 1 2345 Take mine: +43 1 2222 Leave what it is now: +43 1 1111", choice);

        using var decided = await second.SubmitAsync($"{mine}?handler=Decide", [new($"decide.{phone}.Value", "mine")], "[aria-labelledby=h-conflicts] form");
        using var submitted = await second.SubmitAsync(mine);
        Assert.Equal(HttpStatusCode.Redirect, submitted.StatusCode);
        await host.AcceptAsync(submitted.Headers.Location!.ToString().Split('/')[^1]);
        Assert.Equal("+43 1 2222", host.Entry(authority).Phone);
    }

    [Fact]
    public async Task Leaving_what_is_there_now_drops_that_field_and_keeps_the_rest()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        var phone = $"{authority}{DeskDirectory.Phone}";
        var mine = await client.EditAsync(state, authority, [new($"{phone}.Value", "+43 1 2222"), new($"{phone}.Role", "Duty officer")]);
        var theirs = await client.EditAsync(state, authority, [new($"{phone}.Value", "+43 1 1111")]);
        await host.AcceptAsync((await client.SubmitAsync(theirs)).Headers.Location!.ToString().Split('/')[^1]);

        using var decided = await client.SubmitAsync($"{mine}?handler=Decide", [new($"decide.{phone}.Value", "theirs")], "[aria-labelledby=h-conflicts] form");
        await host.AcceptAsync((await client.SubmitAsync(mine)).Headers.Location!.ToString().Split('/')[^1]);

        var point = host.Entry(authority).Record.ContactPoints.Single(each => each.Id == phone);
        Assert.Equal(("+43 1 1111", "Duty officer"), (point.Value, point.Role));
    }

    [Fact]
    public async Task Two_windows_on_one_draft_do_not_overwrite_each_other_unseen()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        var preview = await client.EditAsync(state, authority, [new($"{authority}.Acronym", "MOJ")]);
        var path = $"/en/manage/{state}/edit/{authority}?draft={preview.Split('/')[^1]}";
        var stale = (await (await client.GetAsync(path, Token)).DocumentAsync()).QuerySelector("[name=tag]")!.GetAttribute("value")!;
        using var other = await client.SubmitAsync(path, [new($"{authority}.Acronym", "MINJUS")], "#entry");

        using var refused = await client.SubmitAsync(path, [new("tag", stale), new($"{authority}.Acronym", "MJ")], "#entry");
        var page = await refused.DocumentAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("MINJUS", page.QuerySelector("[aria-labelledby=h-theirs]")!.Shown(), StringComparison.Ordinal);
        Assert.Equal("MJ", page.GetElementById($"{authority}-Acronym")!.GetAttribute("value"));

        using var again = await client.PostAsync(path, new FormUrlEncodedContent(FormFields.Of(page.QuerySelector("#entry")!)), Token);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Contains("MJ", await client.GetStringAsync(preview, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_script_sends_while_somebody_types_is_kept_and_shown_at_the_desk()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;

        using var response = await client.SubmitAsync($"/en/manage/{state}/edit/{authority}?handler=Save", [new($"{authority}.Acronym", "MO")], "#entry");
        var kept = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        var form = await (await client.GetAsync(kept.GetProperty("address").GetString(), Token)).DocumentAsync();

        Assert.Equal("MO", form.GetElementById($"{authority}-Acronym")!.GetAttribute("value"));
        Assert.Equal(kept.GetProperty("tag").GetString(), form.QuerySelector("[name=tag]")!.GetAttribute("value"));
        Assert.Contains("Kept until 31 January 2027", await client.GetStringAsync($"/en/manage/{state}", Token), StringComparison.Ordinal);
        Assert.Contains("Somebody has a draft for this entry", await client.GetStringAsync($"/en/manage/{state}/edit/{authority}", Token), StringComparison.Ordinal);
    }
}

internal static class Editing
{
    /// <summary>Fills in a form and goes on to the preview, whose address this is.</summary>
    public static async Task<string> EditAsync(this HttpClient client, string state, string subject, IEnumerable<KeyValuePair<string, string>> typed)
    {
        using var response = await client.SubmitAsync($"/en/manage/{state}/edit/{subject}", typed, "#entry");
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, response.StatusCode == HttpStatusCode.Redirect ? "" : (await response.DocumentAsync()).QuerySelector("main")!.Shown());
        return response.Headers.Location!.ToString();
    }
}
