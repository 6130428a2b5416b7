using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Snapshot;

/// <summary>Whatever is reachable from a view is for its audience: asked of the object itself, indexes and private fields included.</summary>
public sealed class RestrictionTests : IDisposable
{
    private const string Visible = "public@example.org";

    private readonly TrialDirectory _directory = new();

    public RestrictionTests() => _directory.Write(Some.State(), Some.Authority(), Some.Membership());

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(Audience.Public, Visible)]
    [InlineData(Audience.Government, Visible, Some.GovernmentContact)]
    [InlineData(Audience.Secretariat, Visible, Some.GovernmentContact, Some.SecretariatContact)]
    public void A_view_holds_the_values_for_its_audience_and_no_others(Audience audience, params string[] visible)
    {
        var view = _directory.Current.Value.View(audience);
        AskEverything(view);

        Assert.Equal(visible, new[] { Visible, Some.GovernmentContact, Some.SecretariatContact }.Intersect(Everything.TextIn(view)));
        Assert.Equal(visible.Length, view.ContactPoints.Count);
    }

    [Fact]
    public void A_redacted_value_is_reachable_from_nothing_that_is_left()
    {
        _directory.Write(new AuthorityDirectory.Ledger.Draft
        {
            Actor = new(ActorRole.Secretariat),
            Redacts = [new(1, "authority.v1", "AT-001", Audience.Government, "The holder of the post asked for it.")],
        });

        var left = Everything.TextIn(_directory.Current);
        Assert.DoesNotContain(left, text => text.Contains(Some.GovernmentContact, StringComparison.Ordinal));
        Assert.Contains(left, text => text.Contains(Some.SecretariatContact, StringComparison.Ordinal));
    }

    private static void AskEverything(DirectoryView view)
    {
        view.Search("AT-001");
        view.ContactPoint("AT-001-c2");
        Assert.NotEmpty(view.CentralAuthorities.Concat(view.GlobeMembers));
        Assert.NotEmpty(view.InNetwork("globe"));
    }
}
