using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Finder;

public sealed class CounterpartTests
{
    public static TheoryData<string, string, string> Cases => CaseFile.TriplesBeside("finder.cases");

    public static TheoryData<Need> Needs => [.. Codes.Needs.All];

    [Fact]
    public void There_are_at_least_forty_worked_cases() => Assert.True(Cases.Count >= 40, $"{Cases.Count} cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_question_is_answered_with_these_routes_in_this_order_for_these_reasons(string question, string routes, string facts)
    {
        var answer = Counterpart.Find(ExampleWorld.View, AnswerText.Question(question));
        var said = AnswerText.Facts(answer);

        Assert.Equal(routes, AnswerText.Routes(answer));
        Assert.All(facts.Split(' ', StringSplitOptions.RemoveEmptyEntries), fact =>
            Assert.True(said.Contains(fact.TrimStart('!')) == !fact.StartsWith('!'), $"{fact} of: {string.Join(' ', said.Order(StringComparer.Ordinal))}"));
    }

    [Theory]
    [MemberData(nameof(Needs))]
    public void The_rules_end_every_answer_with_the_diplomatic_channel_and_try_no_kind_twice(Need need)
    {
        foreach (var (urgent, formal) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var tried = RouteTable.For(need, urgent, formal).Select(step => step.Kind).ToList();
            var against = RouteTable.Against(need, urgent, formal).Select(step => step.Kind).ToList();

            Assert.Equal(RouteKind.DiplomaticChannel, tried[^1]);
            Assert.Equal(tried.Count + against.Count, tried.Concat(against).Distinct().Count());
        }
    }

    [Fact]
    public void A_restricted_contact_point_is_in_the_answer_of_those_who_may_see_it_only()
    {
        using var directory = new TrialDirectory();
        directory.Write(Some.State("XA"), Some.State("XB"), Some.Authority("XB-001"));

        Assert.Equal(["XB-001-c1"], Contacts(Audience.Public));
        Assert.Equal(["XB-001-c1", "XB-001-c2"], Contacts(Audience.Government));
        Assert.Equal(["XB-001-c1", "XB-001-c2", "XB-001-c3"], Contacts(Audience.Secretariat));

        IEnumerable<string> Contacts(Audience audience) => Counterpart.Find(directory.Current.Value.View(audience), AnswerText.Question("XA XB mla formal"))
            .Routes.SelectMany(route => route.Contacts).Select(contact => contact.Record.Id);
    }

    [Fact]
    public void Successors_that_go_in_a_circle_come_to_an_end()
    {
        var view = TrialDirectory.View(ExampleWorld.Today, Some.State("XA"), Some.State("XB"), Closed("XB-001", "XB-002"), Closed("XB-002", "XB-001"));

        Assert.Equal(Reason.AuthorityClosed, Counterpart.Find(view, AnswerText.Question("XA XB mla formal")).Dropped[0].Reasons[0]);

        static Authority Closed(string id, string successor) => Some.Authority(id) with { Status = AuthorityStatus.Closed, SuccessorId = successor };
    }
}
