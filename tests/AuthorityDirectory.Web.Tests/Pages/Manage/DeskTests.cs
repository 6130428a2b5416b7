using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Manage;

public sealed class DeskTests(DeskDirectory host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_focal_point_goes_straight_to_its_desk_the_Secretariat_to_those_of_all_States_a_visitor_to_the_sign_in()
    {
        var (state, _) = host.Take();
        var (_, focal) = await host.FocalPointAsync(state);
        using var office = await host.SignInAsync(await host.InviteAsync(ActorRole.Secretariat));
        using var practitioner = await host.SignInAsync(await host.InviteAsync(ActorRole.Practitioner, state));

        using var toDesk = await focal.GetAsync("/en/manage", Token);
        using var toList = await office.GetAsync("/en/manage", Token);
        using var toNothing = await practitioner.GetAsync("/en/manage", Token);
        using var toSignIn = await host.Client.GetAsync("/en/manage", Token);

        Assert.Equal($"/en/manage/{state}", toDesk.Headers.Location!.ToString());
        Assert.NotNull((await toList.DocumentAsync()).QuerySelector($"a[href='/en/manage/{state}']"));
        Assert.Equal(HttpStatusCode.Forbidden, toNothing.StatusCode);
        Assert.StartsWith("/en/sign-in?return=", toSignIn.Headers.Location!.PathAndQuery(), StringComparison.Ordinal);
        focal.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/confirm")]
    [InlineData("/edit/{0}")]
    [InlineData("/edit/authority")]
    [InlineData("/drafts/r-12345678")]
    [InlineData("/requests/r-12345678")]
    [InlineData("/history")]
    public async Task The_desk_of_another_State_is_closed_and_nothing_is_changed_there(string page)
    {
        var (other, authority) = host.Take();
        var (own, _) = host.Take();
        var (_, client) = await host.FocalPointAsync(own);
        using var stranger = client;
        var revision = host.Entry(authority).Revision;
        var path = $"/en/manage/{other}{string.Format(null, page, authority)}";

        using var read = await client.GetAsync(path, Token);
        using var written = await client.PostAsync(path, new FormUrlEncodedContent([new($"revision.{authority}", "1")]), Token);

        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
        Assert.Equal(revision, host.Entry(authority).Revision);
        Assert.Empty(host.Current.Value.Register.RequestsOf(other));
    }

    [Fact]
    public async Task The_desk_shows_what_is_due_and_all_contact_points_and_at_a_click_what_the_public_sees()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;

        var mine = await (await client.GetAsync($"/en/manage/{state}", Token)).DocumentAsync();
        var everyones = await (await client.GetAsync(mine.QuerySelector("a[href*='as=public']")!.GetAttribute("href"), Token)).DocumentAsync();

        Assert.Contains("Confirmation by its State is due 1 entry", mine.QuerySelector(".panel .fresh")!.Shown(), StringComparison.Ordinal);
        Assert.Contains("Extradition", mine.QuerySelector(".panel ul")!.Shown(), StringComparison.Ordinal);
        Assert.Contains("+43 1 7777", mine.GetElementById(authority)!.Shown(), StringComparison.Ordinal);
        Assert.Contains("Seen by: Governments, signed in", mine.GetElementById(authority)!.Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("+43 1 7777", everyones.GetElementById(authority)!.Shown(), StringComparison.Ordinal);
        Assert.Contains("+43 1 2345", everyones.GetElementById(authority)!.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_confirm_twice_is_one_confirmation()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;
        KeyValuePair<string, string>[] once = [new("once", "r-0123456789")];

        using var first = await client.SubmitAsync($"/en/manage/{state}/confirm", once);
        var revision = host.Entry(authority).Revision;
        using var second = await client.SubmitAsync($"/en/manage/{state}/confirm", once);

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal($"/en/manage/{state}#entries", first.Headers.Location!.ToString());
        Assert.Equal(Freshness.Confirmed, host.Entry(authority).Freshness);
        Assert.Equal(ActorRole.FocalPoint, host.Entry(authority).Record.ConfirmedByRole);
        Assert.Equal(revision, host.Entry(authority).Revision);
    }

    [Fact]
    public async Task What_was_changed_since_it_was_looked_at_is_not_confirmed()
    {
        var (state, authority) = host.Take();
        var (_, client) = await host.FocalPointAsync(state);
        using var own = client;

        using var response = await client.SubmitAsync($"/en/manage/{state}/confirm?entry={authority}", [new($"revision.{authority}", "0")]);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("was changed meanwhile", (await response.DocumentAsync()).Text("#problems li"), StringComparison.Ordinal);
        Assert.Equal(Freshness.Due, host.Entry(authority).Freshness);
    }

    [Fact]
    public async Task The_Secretariat_confirms_for_a_State_on_a_note_that_it_names()
    {
        var (state, authority) = host.Take();
        using var office = await host.SignInAsync(await host.InviteAsync(ActorRole.Secretariat));
        var path = $"/en/manage/{state}/confirm";

        using var refused = await office.SubmitAsync(path, [new("reference", "12/2026")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("12/2026", (await refused.DocumentAsync()).QuerySelector("#reference")!.GetAttribute("value"));

        using var taken = await office.SubmitAsync(path, [new("reference", "12/2026"), new("asOf", "2026-10-30")]);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(ActorRole.Secretariat, host.Entry(authority).Record.ConfirmedByRole);
    }
}

internal static class Locations
{
    public static string PathAndQuery(this Uri location) => location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
}
