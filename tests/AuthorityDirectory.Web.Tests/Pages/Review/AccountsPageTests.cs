using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Review;

[Collection(ReviewCollection.Name)]
public sealed class AccountsPageTests(ReviewHost desk)
{
    private const string Page = "/en/review/accounts";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_invited_gets_an_account_and_a_letter()
    {
        desk.Host.Mailbox.Rest();

        using var answer = await desk.Client.SubmitAsync(Page, Invitation("new.ee@example.org", nameof(ActorRole.FocalPoint), "EE"), "#invite");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var account = desk.Snapshot.Register.AccountWithEmail("new.ee@example.org")!;
        Assert.Equal((ActorRole.FocalPoint, "EE", "Nina Example", UnLanguage.Fr), (account.Role, account.StateCode, account.Name, account.Language));
        Assert.Equal("new.ee@example.org", (await desk.Host.Mailbox.NextAsync()).To);
        using var shown = await desk.Client.GetAsync(answer.Headers.Location, Token);
        Assert.Contains("new.ee@example.org is invited, and a letter is under way.", (await shown.DocumentAsync()).Text(".done"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", nameof(ActorRole.FocalPoint), "EE", HttpStatusCode.BadRequest, "Give one e-mail address")]
    [InlineData("a@example.org\r\nBcc: b@example.org", nameof(ActorRole.FocalPoint), "EE", HttpStatusCode.BadRequest, "Give one e-mail address")]
    [InlineData("new.none@example.org", nameof(ActorRole.FocalPoint), "", HttpStatusCode.BadRequest, "Say of which State")]
    [InlineData("new.office@example.org", nameof(ActorRole.Administrator), "", HttpStatusCode.Forbidden, "may not invite")]
    [InlineData("new.office@example.org", "King", "", HttpStatusCode.BadRequest, "Choose a role")]
    public async Task An_invitation_that_cannot_be_is_refused_and_what_was_typed_stays(string email, string role, string state, HttpStatusCode status, string sentence)
    {
        var position = desk.Snapshot.Position;

        using var answer = await desk.Client.SubmitAsync(Page, Invitation(email, role, state), "#invite");

        Assert.Equal(status, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(sentence, page.Text("#problems"), StringComparison.Ordinal);
        Assert.Equal("Nina Example", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Equal(position, desk.Snapshot.Position);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once()
    {
        var account = await desk.Host.InviteAsync(ActorRole.FocalPoint, "LV");
        using var theirs = await desk.Host.SignInAsync(account);

        using var answer = await desk.Client.SubmitAsync($"{Page}?state=LV", form: $"#close-{account.Id}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(desk.Snapshot.Register.Account(account.Id)!.IsOpen());
        using var after = await theirs.GetAsync("/en/account", Token);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task The_letter_can_be_sent_again()
    {
        var account = await desk.Host.InviteAsync(ActorRole.FocalPoint, "LT");
        desk.Host.Mailbox.Rest();

        using var answer = await desk.Client.SubmitAsync($"{Page}?state=LT", form: $"#send-{account.Id}");

        Assert.Equal($"{Page}?done=sent&id={account.Id}", answer.Headers.Location?.ToString());
        Assert.Equal(account.Email, (await desk.Host.Mailbox.NextAsync()).To);
    }

    [Fact]
    public async Task The_Secretariat_manages_the_States_people_and_an_administrator_the_office_too()
    {
        var office = await desk.Host.InviteAsync(ActorRole.Secretariat);
        using var administrator = await desk.Host.SignInAsync(await desk.Host.InviteAsync(ActorRole.Administrator));

        using var secretariats = await desk.Client.GetAsync(Page, Token);
        using var administrators = await administrator.GetAsync(Page, Token);

        Assert.Null((await secretariats.DocumentAsync()).GetElementById($"close-{office.Id}"));
        Assert.NotNull((await administrators.DocumentAsync()).GetElementById($"close-{office.Id}"));
        using var forced = await desk.Client.SubmitAsync($"{Page}?state=", [new("id", office.Id)], "#invite");
        Assert.True(desk.Snapshot.Register.Account(office.Id)!.IsOpen());
    }

    [Theory]
    [InlineData(ActorRole.FocalPoint)]
    [InlineData(ActorRole.Practitioner)]
    public async Task A_States_people_see_no_accounts_and_change_none(ActorRole role)
    {
        var account = await desk.Host.InviteAsync(role, "CY");
        using var client = await desk.Host.SignInAsync(account);
        var position = desk.Snapshot.Position;

        using var shown = await client.GetAsync(Page, Token);
        using var posted = await client.PostAsync($"{Page}?handler=Close", new FormUrlEncodedContent([new("id", desk.Secretary.Id)]), Token);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, position), (shown.StatusCode, posted.StatusCode, desk.Snapshot.Position));
    }

    private static List<KeyValuePair<string, string>> Invitation(string email, string role, string state) =>
        [new("Form.Email", email), new("Form.Role", role), new("Form.State", state), new("Form.Name", "Nina Example"), new("Form.Language", nameof(UnLanguage.Fr))];
}
