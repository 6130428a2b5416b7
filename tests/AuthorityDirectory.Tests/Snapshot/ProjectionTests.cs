using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Snapshot;

public sealed class ProjectionTests : IDisposable
{
    private readonly TrialDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_restricted_change_moves_those_who_see_it_and_nobody_else()
    {
        _directory.Write(Some.State(), Some.Authority());
        var publicBefore = _directory.Public;
        _directory.Write(Restricted(Some.Authority(), "other@example.org"));

        Assert.Same(publicBefore, _directory.Public);
        Assert.Equal((1, 1), (_directory.Public.Position, _directory.Public.Authority("AT-001")!.Revision));
        Assert.Equal((2, 2), (View(Audience.Government).Position, View(Audience.Government).Authority("AT-001")!.Revision));
        Assert.Single(_directory.Public.Changes);
        Assert.Equal([new ChangedRecord("authority", "AT-001", 2)], View(Audience.Government).Changes[1].Changed);
    }

    [Fact]
    public void The_same_body_under_a_new_salt_is_no_change_to_anybody()
    {
        _directory.Write(Some.State());
        _directory.Write(Some.State());

        Assert.All(Codes.Audiences.All, audience => Assert.Equal(1, View(audience).Position));
        Assert.Equal(2, _directory.Current.Value.Projection.RevisionOf(RecordCatalogue.Of<State>(), "AT"));
    }

    [Fact]
    public void Redacting_a_restricted_part_takes_it_from_those_who_saw_it_alone()
    {
        _directory.Write(Some.State(), Some.Authority());
        _directory.Write(Redacting(1, Audience.Government));

        Assert.Equal(1, _directory.Public.Position);
        Assert.Equal(["AT-001-c1", "AT-001-c3"], View(Audience.Secretariat).ContactPoints.Select(contact => contact.Record.Id));
        Assert.Equal([new ChangedRecord("authority", "AT-001", 1)], View(Audience.Government).Changes[^1].Changed);
    }

    [Fact]
    public void A_record_whose_public_part_is_redacted_is_in_no_view_until_it_is_written_again()
    {
        _directory.Write(Some.State(), Some.Authority());
        _directory.Write(Redacting(1, Audience.Public));
        Assert.All(Codes.Audiences.All, audience => Assert.Null(View(audience).Authority("AT-001")));

        _directory.Write(Some.Authority());
        Assert.All(Codes.Audiences.All, audience => Assert.Equal(2, View(audience).Authority("AT-001")!.Revision));
    }

    [Fact]
    public void A_batch_takes_effect_with_its_last_entry_and_as_one_act()
    {
        var entries = Batch(("b", 2, 3), ("b", 1, 3), ("b", 3, 3));

        Assert.Equal(0, Projection.Empty.Apply(entries.Take(2)).For(Audience.Public).Position);
        var seen = Projection.Empty.Apply(entries).For(Audience.Public);
        Assert.Equal(["A1", "A2", "A3"], seen.Of<State>().Select(visible => visible.Record.Key));
        Assert.Equal((3, 3), (seen.Position, Assert.Single(seen.Changes).Changed.Count));
        Assert.All(seen.Of<State>(), visible => Assert.Equal(entries[2].RecordedAt, visible.LastModified));
    }

    [Fact]
    public void A_batch_whose_record_was_changed_meanwhile_has_no_effect()
    {
        List<LedgerEntry> entries = [.. Batch(("b", 1, 2)), Entry(null, Change("A1", 1))];
        var last = LedgerChain.Seal(Entry(new("b", 2, 2), Change("A2", 1)) with { Sequence = 3 }, null);
        var projection = Projection.Empty.Apply([entries[0], entries[1] with { Sequence = 2 }, last]);

        Assert.Equal(["A1"], projection.For(Audience.Public).Of<State>().Select(visible => visible.Record.Key));
        Assert.False(projection.IsInForce("b"));
    }

    [Theory]
    [InlineData("state.v1", 2, "Entry 1", "state.v1 A1 has revision 2 and should have 1")]
    [InlineData("star.v1", 1, "Entry 1", "star.v1 A1 is not a record that this version of the directory can read: start the version that wrote it")]
    [InlineData("network.v1", 1, "Entry 1", "network.v1 A1 is not a record that this version of the directory can read")]
    public void An_entry_that_cannot_be_applied_is_named_with_its_record(string kind, int revision, string sequence, string what)
    {
        var entry = Entry(null, Change("A1", revision) with { Kind = kind });

        var error = Assert.Throws<UnreadableEntryException>(() => Projection.Empty.Apply([entry]));

        Assert.Contains(sequence, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_must_follow_one_another()
    {
        var error = Assert.Throws<UnreadableEntryException>(() => Projection.Empty.Apply([Entry(null, Change("A1", 1)) with { Sequence = 2 }]));

        Assert.Contains("it should be number 1", error.Message, StringComparison.Ordinal);
    }

    private DirectoryView View(Audience audience) => _directory.Current.Value.View(audience);

    private static Authority Restricted(Authority authority, string address) => authority with
    {
        ContactPoints = [.. authority.ContactPoints.Select(contact => contact.Visibility == Audience.Government ? contact with { Value = address } : contact)],
    };

    private static Draft Redacting(long sequence, Audience audience) => new()
    {
        Actor = new(ActorRole.Secretariat),
        Redacts = [new(sequence, "authority.v1", "AT-001", audience, "It was not theirs to publish.")],
    };

    private static List<LedgerEntry> Batch(params (string Id, int Part, int Of)[] places) =>
        [.. places.Select((place, i) => Entry(new(place.Id, place.Part, place.Of), Change($"A{place.Part}", 1)) with { Sequence = i + 1, RecordedAt = DateTimeOffset.UnixEpoch.AddDays(i) })];

    private static LedgerEntry Entry(BatchPart? place, RecordChange change) => new()
    {
        Sequence = 1,
        AppendId = "a",
        Batch = place,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Actor = Actor.System,
        Changes = [change],
        PreviousHash = "",
        Hash = "",
    };

    private static RecordChange Change(string code, int revision)
    {
        var body = Assert.Single(RecordCatalogue.Of<State>().Split(Some.State(code)));
        Assert.Contains(code, Encoding.UTF8.GetString(body.Body.Span), StringComparison.Ordinal);
        return new("state.v1", code, revision, [LedgerChain.SealPart(body.Audience, body.Body.Span, Some.Salt())]);
    }
}
