using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Accounts;

public sealed class AccountRulesTests : IDisposable
{
    private readonly TrialDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(ActorRole.FocalPoint, "AT", "a-secretary a-second a-administrator operator")]
    [InlineData(ActorRole.Practitioner, "BR", "a-secretary a-second a-administrator operator")]
    [InlineData(ActorRole.Secretariat, null, "a-administrator operator")]
    [InlineData(ActorRole.Administrator, null, "a-administrator operator")]
    public async Task A_role_is_given_and_taken_by_those_who_manage_it_and_nobody_else(ActorRole role, string? state, string managers)
    {
        foreach (var actor in _desk.Snapshot.Register.Accounts.Append(null).ToList())
        {
            var id = $"new-{actor?.Id ?? "operator"}";
            var invited = await Write(actor, TrialDesk.Person(id, role, state));
            Assert.Equal(managers.Split(' ').Contains(actor?.Id ?? "operator"), invited.IsWritten);
            Assert.Equal(invited.IsWritten ? null : RefusalReason.NotAllowed, invited.Refusal?.Reason);
            _desk.Directory.Write(TrialDesk.Person(id, role, state));
            Assert.Equal(invited.IsWritten, (await Close(actor, id)).IsWritten);
        }
    }

    [Theory]
    [InlineData("no address", "a-new", ActorRole.FocalPoint, "AT", "nobody", null, "Give one e-mail address")]
    [InlineData("two addresses", "a-new", ActorRole.FocalPoint, "AT", "a@example.org, b@example.org", null, "Give one e-mail address")]
    [InlineData("a header in the address", "a-new", ActorRole.FocalPoint, "AT", "a@example.org\nBcc: b@example.org", null, "Give one e-mail address")]
    [InlineData("an address in use, in other case", "a-new", ActorRole.FocalPoint, "AT", " A-Focal@EXAMPLE.org ", null, "There is an open account with this address")]
    [InlineData("an id in use", "a-focal", ActorRole.FocalPoint, "AT", "new@example.org", null, "There is an account with this id")]
    [InlineData("no State", "a-new", ActorRole.FocalPoint, null, "new@example.org", null, "Say of which State")]
    [InlineData("a State that is none", "a-new", ActorRole.Practitioner, "XX", "new@example.org", null, "Say of which State")]
    [InlineData("a State of the office", "a-new", ActorRole.Secretariat, "AT", "new@example.org", null, "This role is of no State")]
    [InlineData("a role of nobody", "a-new", ActorRole.System, null, "new@example.org", null, "Nobody can be invited")]
    [InlineData("a header in the name", "a-new", ActorRole.FocalPoint, "AT", "new@example.org", "A\r\nBcc: b", "Give the name")]
    public async Task An_invitation_is_refused_with_what_to_do(string why, string id, ActorRole role, string? state, string email, string? name, string message)
    {
        var before = _desk.Snapshot.Position;

        var outcome = await Write(_desk.Administrator, TrialDesk.Person(id, role, state) with { Email = email, Name = name });

        Assert.True(outcome.Reason?.StartsWith(message, StringComparison.Ordinal), $"{why}: {outcome.Reason}");
        Assert.Equal(before, _desk.Snapshot.Position);
    }

    [Fact]
    public async Task An_invitation_carries_what_was_invited_and_nothing_that_comes_later()
    {
        await Write(_desk.Secretary, TrialDesk.Person("a-new", ActorRole.FocalPoint, "BR") with
        {
            Email = " new@example.org ", Name = "  ", Language = UnLanguage.Fr, Login = new("https://id.example", "7"), ClosedOn = new(2026, 1, 1), PredecessorId = "a-focal",
        });

        Assert.Equal(
            new Account { Id = "a-new", Role = ActorRole.FocalPoint, StateCode = "BR", Email = "new@example.org", Language = UnLanguage.Fr },
            _desk.Snapshot.Register.Account("a-new"));
    }

    [Fact]
    public async Task The_address_of_a_closed_account_can_be_used_again()
    {
        await Close(_desk.Secretary, "a-focal");

        Assert.True((await Write(_desk.Secretary, TrialDesk.Person("a-new", ActorRole.FocalPoint, "AT") with { Email = "a-focal@example.org" })).IsWritten);
        Assert.Equal("a-new", _desk.Snapshot.Register.AccountWithEmail("A-FOCAL@example.org")!.Id);
    }

    [Fact]
    public async Task Handing_over_opens_one_account_in_the_same_role_and_closes_the_old()
    {
        Assert.True((await HandOver(_desk.FocalPoint, "a-heir", "heir@example.org")).IsWritten);

        var heir = _desk.Snapshot.Register.Account("a-heir")!;
        Assert.Equal((ActorRole.FocalPoint, "AT", "a-focal", true), (heir.Role, heir.StateCode, heir.PredecessorId, heir.IsOpen()));
        Assert.Equal(_desk.Today, _desk.Snapshot.Register.Account("a-focal")!.ClosedOn);
    }

    [Fact]
    public async Task An_account_is_handed_over_once_even_by_somebody_who_does_not_know_yet_that_it_is_closed()
    {
        await HandOver(_desk.FocalPoint, "a-heir", "heir@example.org");

        var second = await HandOver(_desk.FocalPoint, "a-other", "other@example.org");

        Assert.Equal(RefusalReason.Overtaken, second.Refusal?.Reason);
        Assert.Null(_desk.Snapshot.Register.Account("a-other"));
    }

    [Fact]
    public async Task A_successor_is_not_bound_to_the_login_of_whoever_was_before()
    {
        await Bind("a-focal", new("https://id.example", "7"));

        await HandOver(_desk.Snapshot.Register.Account("a-focal")!, "a-heir", "heir@example.org");

        Assert.Null(_desk.Snapshot.Register.Account("a-heir")!.Login);
        Assert.Null(_desk.Snapshot.Register.AccountWithLogin(new("https://id.example", "7")));
    }

    [Fact]
    public async Task The_last_administrator_stays_but_can_hand_over()
    {
        Assert.Equal("This is the only administrator: invite another first.", (await Close(_desk.Administrator, "a-administrator")).Reason);
        Assert.Equal("This is the only administrator: invite another first.", (await Close(null, "a-administrator")).Reason);
        Assert.True((await HandOver(_desk.Administrator, "a-heir", "heir@example.org")).IsWritten);
        await Write(null, TrialDesk.Person("a-new", ActorRole.Administrator));
        Assert.True((await Close(_desk.Snapshot.Register.Account("a-new"), "a-heir")).IsWritten);
    }

    [Fact]
    public async Task An_account_is_closed_once_and_nobody_closes_one_that_is_not_there()
    {
        Assert.True((await Close(_desk.Secretary, "a-focal")).IsWritten);
        Assert.Equal(RefusalReason.Overtaken, (await Close(_desk.Secretary, "a-focal")).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await Close(_desk.Secretary, "a-nobody")).Refusal?.Reason);
    }

    [Fact]
    public async Task An_address_is_changed_by_its_owner_and_by_those_who_manage_the_role()
    {
        Assert.True((await ChangeEmail(_desk.FocalPoint, "a-focal", "one@example.org")).IsWritten);
        Assert.True((await ChangeEmail(_desk.FocalPoint, "a-focal", "One@example.org")).IsWritten);
        Assert.True((await ChangeEmail(_desk.Secretary, "a-focal", " two@example.org")).IsWritten);
        Assert.Equal(RefusalReason.NotAllowed, (await ChangeEmail(_desk.Colleague, "a-focal", "three@example.org")).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await ChangeEmail(_desk.Secretary, "a-second", "three@example.org")).Refusal?.Reason);
        Assert.Equal(RefusalReason.Invalid, (await ChangeEmail(_desk.FocalPoint, "a-focal", "A-COLLEAGUE@example.org")).Refusal?.Reason);
        Assert.Equal("two@example.org", _desk.Snapshot.Register.Account("a-focal")!.Email);

        await Close(_desk.Secretary, "a-focal");
        Assert.Equal(RefusalReason.NotFound, (await ChangeEmail(_desk.FocalPoint, "a-focal", "four@example.org")).Refusal?.Reason);
    }

    [Fact]
    public async Task A_login_opens_one_account_and_an_account_is_bound_once()
    {
        var login = new Login("https://id.example", "7");

        Assert.True((await Bind("a-focal", login)).IsWritten);
        Assert.Equal("a-focal", _desk.Snapshot.Register.AccountWithLogin(login)!.Id);
        Assert.Equal(RefusalReason.Invalid, (await Bind("a-colleague", login)).Refusal?.Reason);
        Assert.Equal(RefusalReason.Overtaken, (await Bind("a-focal", new("https://id.example", "8"))).Refusal?.Reason);
        Assert.Null(_desk.Snapshot.Register.AccountWithLogin(new("https://other.example", "7")));
    }

    [Fact]
    public async Task Accounts_are_in_no_view_and_what_the_ledger_tells_everyone_names_nobody()
    {
        await Write(_desk.Secretary, TrialDesk.Person("a-new", ActorRole.FocalPoint, "AT") with { Name = "Nina Nobody" });

        Assert.All(new[] { Audience.Public, Audience.Government }, audience => Assert.DoesNotContain(
            Everything.TextIn(_desk.Snapshot.View(audience)), text => text.Contains("a-new@", StringComparison.Ordinal) || text.Contains("Nobody", StringComparison.Ordinal)));
    }

    private Task<WriteOutcome> Write(Account? actor, Account invited) => _desk.Directory.WriteAsync(snapshot => AccountRules.Invite(snapshot, actor, invited));

    private Task<WriteOutcome> Close(Account? actor, string id) => _desk.Directory.WriteAsync(snapshot => AccountRules.Close(snapshot, actor, id));

    private Task<WriteOutcome> HandOver(Account actor, string id, string email) => _desk.Directory.WriteAsync(snapshot => AccountRules.HandOver(snapshot, actor, id, null, email));

    private Task<WriteOutcome> ChangeEmail(Account actor, string id, string email) => _desk.Directory.WriteAsync(snapshot => AccountRules.ChangeEmail(snapshot, actor, id, email));

    private Task<WriteOutcome> Bind(string id, Login login) => _desk.Directory.WriteAsync(snapshot => AccountRules.Bind(snapshot, id, login));
}
