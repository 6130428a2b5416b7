using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Tests.Finder;

/// <summary>What must hold of every answer, whatever a directory holds.</summary>
public sealed class CounterpartPropertyTests
{
    [Fact]
    public void Of_whatever_history_every_answer_is_sound() =>
        Prop.ForAll(RandomHistory.Tapes, tape =>
        {
            var snapshot = new DirectorySnapshot(Projection.Empty.Apply(RandomHistory.From(tape)), ExampleWorld.Today);
            foreach (var audience in Codes.Audiences.All)
            {
                Check(snapshot.View(audience));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Every_answer_about_the_example_world_is_sound() => Check(ExampleWorld.View);

    private static void Check(DirectoryView view)
    {
        var codes = view.States.Select(state => state.Record.Code).Append("ZZ").ToList();
        foreach (var (own, other) in from own in codes from other in codes select (own, other))
        {
            foreach (var need in Codes.Needs.All)
            {
                foreach (var (urgent, formal) in new[] { (false, false), (false, true), (true, false), (true, true) })
                {
                    IsSound(view, Counterpart.Find(view, new(own, other, need, urgent, formal)));
                }
            }
        }
    }

    private static void IsSound(DirectoryView view, CounterpartAnswer answer)
    {
        var (question, routes) = (answer.Question, answer.Routes);
        var isPair = answer is { Requesting: not null, Requested: not null } && question.RequestingState != question.RequestedState;
        Assert.NotEmpty(answer.All);
        Assert.Equal(isPair, routes.Count > 0);
        Assert.Equal(Enumerable.Range(1, routes.Count), routes.Select(route => route.Rank!.Value));
        Assert.True(!isPair || routes[^1].Kind == RouteKind.DiplomaticChannel);
        Assert.All(routes, route => Assert.Empty(route.Instead));
        Assert.All(answer.Dropped, route => Assert.True(route.Rank is null && route.Instead.Count > 0));
        Assert.All(answer.All, route => Assert.NotEmpty(route.Reasons));
        Assert.Equal(routes.Count, routes.Select(route => (route.Kind, route.Authority, route.Membership)).Distinct().Count());
        Assert.All(answer.All, route => Assert.True(route.Authority is null || route.Authority.State == answer.Requested));
        Assert.All(answer.All, route => Assert.All(route.Senders, sender => Assert.Same(answer.Requesting, sender.State)));
        Assert.All(routes.SelectMany(route => route.Contacts), contact => Assert.Same(contact, view.ContactPoint(contact.Record.Id)));
        Assert.DoesNotContain(routes.SelectMany(route => route.Channels), channel => YesNoNotStated.No == channel.Requesting || channel.Requested == YesNoNotStated.No);
    }
}
