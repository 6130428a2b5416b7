using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Accounts;

public sealed class MandateTests
{
    private static readonly ActorRole[] Roles = [ActorRole.Practitioner, ActorRole.FocalPoint, ActorRole.Secretariat, ActorRole.Administrator];

    public static TheoryData<string, string> Table => CaseFile.Beside("mandate.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void An_account_may_do_for_its_own_State_for_another_and_for_none_what_the_table_says(string act, string roles)
    {
        var expected = roles.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected, Roles.Select(role => Mandated(Of(role), Enum.Parse<Permission>(act))));
    }

    [Fact]
    public void The_table_names_every_act_once() =>
        Assert.Equal(Enum.GetNames<Permission>(), Table.Select(row => row.Data.Item1));

    [Fact]
    public void Nobody_a_closed_account_and_the_directory_itself_may_do_nothing() =>
        Assert.All(Enum.GetValues<Permission>(), act =>
        {
            Assert.Equal("no", Mandated(null, act));
            Assert.Equal("no", Mandated(Of(ActorRole.System), act));
            Assert.All(Roles, role => Assert.Equal("no", Mandated(Of(role) with { ClosedOn = new(2026, 3, 15) }, act)));
        });

    [Fact]
    public void Everyone_sees_what_their_role_is_for_and_a_closed_account_what_everyone_does()
    {
        Assert.Equal(
            [Audience.Government, Audience.Government, Audience.Secretariat, Audience.Public],
            Roles.Select(role => Mandate.AudienceOf(Of(role))));
        Assert.Equal(Audience.Public, Mandate.AudienceOf(null));
        Assert.Equal(Audience.Public, Mandate.AudienceOf(Of(ActorRole.Secretariat) with { ClosedOn = new(2026, 3, 15) }));
    }

    private static Account Of(ActorRole role) =>
        TrialDesk.Person("a-1", role, role is ActorRole.FocalPoint or ActorRole.Practitioner ? "AT" : null);

    private static string Mandated(Account? account, Permission act) =>
        (Mandate.Allows(account, act, "AT"), Mandate.Allows(account, act, "BR"), Mandate.Allows(account, act)) switch
        {
            (false, false, false) => "no",
            (true, false, false) => "own",
            (true, true, true) => "every",
            var odd => odd.ToString(),
        };
}
