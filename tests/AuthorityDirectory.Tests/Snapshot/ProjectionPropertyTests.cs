using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Tests.Snapshot;

/// <summary>On random histories with redactions and interleaved batches. A failure prints the shortest tape found and the seed to run it again with.</summary>
public sealed class ProjectionPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(40).WithReplay(2026_07_01, 2026_07_31);

    private static readonly Arbitrary<int[]> Tapes = RandomHistory.Tapes;

    [Fact]
    public void Following_entry_by_entry_or_page_by_page_ends_where_projecting_the_whole_ledger_does() =>
        Check.One(Runs, Prop.ForAll(Tapes, ArbMap.Default.ArbFor<int>(), (tape, pages) =>
        {
            var (followed, ledger) = Follow(RandomHistory.From(tape), new Random(pages));
            Assert.Equal(ProjectionText.Of(Projection.Empty.Apply(All(ledger))), ProjectionText.Of(followed));
        }));

    [Fact]
    public void An_export_for_an_audience_shows_it_what_the_whole_ledger_does() =>
        Check.One(Runs, Prop.ForAll(Tapes, tape =>
        {
            var entries = All(Follow(RandomHistory.From(tape), new Random(0)).Ledger);
            foreach (var audience in Codes.Audiences.All)
            {
                var exported = Projection.Empty.Apply(entries.Select(entry => entry.ForAudience(audience)));
                Assert.Equal(Shown(Projection.Empty.Apply(entries), audience), Shown(exported, audience));
            }
        }));

    [Fact]
    public void What_is_visible_to_nobody_new_moves_nobodys_position_and_an_earlier_projection_stays_as_it_was() =>
        Check.One(Runs, Prop.ForAll(Tapes, tape =>
        {
            var before = Projection.Empty;
            foreach (var entry in RandomHistory.From(tape))
            {
                var text = ProjectionText.Of(before);
                var after = before.Apply([entry]);
                Assert.All(Codes.Audiences.All, audience => Assert.Equal(Shown(before, audience) != Shown(after, audience), after.For(audience).Position == entry.Sequence));
                Assert.Equal(text, ProjectionText.Of(before));
                before = after;
            }
        }));

    [Fact]
    public void No_view_holds_a_value_of_a_narrower_audience() =>
        Check.One(Runs.WithMaxTest(30), Prop.ForAll(Tapes, tape =>
        {
            var snapshot = new DirectorySnapshot(Projection.Empty.Apply(RandomHistory.From(tape)), new(2026, 3, 15));
            Assert.Empty(Everything.TextIn(snapshot.View(Audience.Public)).Intersect([Some.GovernmentContact, Some.SecretariatContact]));
            Assert.DoesNotContain(Some.SecretariatContact, Everything.TextIn(snapshot.View(Audience.Government)));
        }));

    private static string Shown(Projection projection, Audience audience) =>
        string.Join('\n', ProjectionText.Of(projection).Split('\n').Where(line => line.StartsWith($"{audience} ", StringComparison.Ordinal)));

    private static (Projection Followed, ILedger Ledger) Follow(IEnumerable<LedgerEntry> entries, Random pages)
    {
        var (followed, ledger) = (Projection.Empty, new InMemoryLedger());
        foreach (var entry in entries)
        {
            Assert.Equal(AppendResult.Appended, ledger.AppendAsync(entry, default).AsTask().GetAwaiter().GetResult());
            followed = pages.Next(3) == 0 ? followed.Apply(All(ledger).Skip((int)followed.Position)) : followed;
        }

        return (followed.Apply(All(ledger).Skip((int)followed.Position)), ledger);
    }

    private static IReadOnlyList<LedgerEntry> All(ILedger ledger) => ledger.ReadAsync(0, default).AsTask().GetAwaiter().GetResult().Entries;
}
