using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Tests.Support;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

public sealed class ConfirmTests(WritingDirectory host) : IClassFixture<WritingDirectory>
{
    [Theory]
    [InlineData("AT-003", "Authorities('AT-003')")]
    [InlineData("SI-001", "Authorities?$filter=Id eq 'SI-001'")]
    [InlineData("HR-001", "Authorities('HR-001')?$select=Name")]
    [InlineData("PL-001", "Authorities('PL-001')?$expand=ContactPoints,State")]
    public async Task An_entry_is_confirmed_with_the_tag_of_whatever_showed_it(string id, string shown)
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, id[..2]);
        var answer = await state.GetAsync(shown);
        var tag = shown.Contains("filter", StringComparison.Ordinal) ? answer.Json.GetProperty("value")[0].GetProperty("@odata.etag").GetString()! : answer.Tag!;

        var confirmed = await state.PostAsync($"Authorities('{id}')/Confirm", null, ("If-Match", tag));

        Assert.Equal((200, "Confirmed", "2026-11-02"), (confirmed.Status, confirmed["Freshness"], confirmed["ConfirmedOn"]));
        Assert.Equal(confirmed.Tag, (await state.GetAsync($"Authorities('{id}')")).Tag);
        Assert.Equal(412, (await state.PostAsync($"Authorities('{id}')/Confirm", null, ("If-Match", tag))).Status);
    }

    [Theory]
    [InlineData("Authorities('HR-001')/Confirm", 428)]
    [InlineData("States('HR')/Confirm", 428)]
    [InlineData("Authorities('HR-999')/Confirm", 404)]
    public async Task A_confirmation_says_what_it_is_of(string path, int status)
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "HR");
        Assert.Equal(status, (await state.PostAsync(path, null, status == 404 ? [("If-Match", "*")] : [])).Status);
    }

    [Fact]
    public async Task All_entries_of_a_State_are_confirmed_at_once_unless_one_was_changed_meanwhile()
    {
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "DE");
        var seen = (await state.GetAsync("States('DE')")).Tag!;
        var first = (await state.GetAsync("States('DE')/Authorities?$top=1")).Json.GetProperty("value")[0].GetProperty("Id").GetString()!;
        await state.InvokeAsync($"Authorities('{first}')", "Confirm");

        var late = await state.PostAsync("States('DE')/Confirm", null, ("If-Match", seen));
        var confirmed = await state.InvokeAsync("States('DE')", "Confirm");
        var left = await state.GetAsync("Authorities/$count?$filter=StateCode eq 'DE' and Freshness ne 'Confirmed' and Status ne 'Closed' and Status ne 'Merged'");

        Assert.Equal((412, 200, "0"), (late.Status, confirmed.Status, left.Text));
    }

    [Fact]
    public async Task The_Secretariat_confirms_on_a_note_of_the_State_alone()
    {
        using var secretariat = await host.SystemAsync(ActorRole.Secretariat);

        Assert.Equal(400, (await secretariat.InvokeAsync("Authorities('BE-001')", "Confirm")).Status);
        Assert.Equal(200, (await secretariat.InvokeAsync("Authorities('BE-001')", "Confirm", new { source = Note })).Status);
    }
}
