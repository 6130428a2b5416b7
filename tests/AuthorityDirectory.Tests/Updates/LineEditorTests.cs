using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Tests.Updates;

/// <summary>What an accepted request does to the records it is about, and to nothing else.</summary>
public sealed class LineEditorTests : IDisposable
{
    private static readonly string[] Fields =
    [
        "AT AcceptedLanguages fr", "AT MissionCity Vienna", "AT-001 Name Office", "AT-001 City Graz", "AT-001-d1 Requirements Two", "AT-001-d1 ValidTo 2030-01-01",
        "AT-001-d2 Territory South", "AT-001-c1 Value one@example.org", "AT-001-c2 Role Registry", "AT-001-c2 Visibility Public", "AT-001-c3 Visibility Government", "AT-002 Acronym OE", "AT-n1 Text Open",
    ];

    private readonly TrialDesk _desk = new();

    public LineEditorTests() => _desk.Directory.Write(Some.Authority() with { Designations = [Some.Designation("AT-001-d1"), Some.Designation("AT-001-d2", Function.Extradition)] });

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Source_and_confirmation_are_stamped_on_the_changed_lines_alone()
    {
        var before = _desk.Authority();
        await _desk.Make(TrialDesk.Request(_desk.Change("AT-001-d2", "Requirements", "In two copies."), _desk.Change("AT-001-c2", "Role", "Registry")));

        var after = _desk.Authority();
        Assert.Equal((TrialDesk.Note, _desk.Today, ActorRole.FocalPoint), (after.Designations[1].Source, after.Designations[1].ConfirmedOn!.Value, after.Designations[1].ConfirmedByRole!.Value));
        Assert.Equal((TrialDesk.Note, _desk.Today, ActorRole.FocalPoint), (after.ContactPoints[1].Source, after.ContactPoints[1].ConfirmedOn!.Value, after.ContactPoints[1].ConfirmedByRole!.Value));
        Assert.Equal(before.Designations[0], after.Designations[0]);
        Assert.Equal([before.ContactPoints[0], before.ContactPoints[2]], [after.ContactPoints[0], after.ContactPoints[2]]);
        Assert.Equal((before.Source, before.ConfirmedOn), (after.Source, after.ConfirmedOn));
    }

    [Fact]
    public async Task The_day_of_confirmation_is_that_on_which_the_State_said_so_not_that_of_its_acceptance()
    {
        await _desk.Submit(TrialDesk.Request(_desk.Change("AT-001", "City", "Graz")));
        await _desk.Turn(new(2026, 3, 20));
        await _desk.Accept();

        Assert.Equal(new(2026, 3, 15), _desk.Authority().ConfirmedOn);
    }

    [Fact]
    public async Task A_request_from_before_a_confirmation_does_not_put_it_back()
    {
        await _desk.Submit(TrialDesk.Request(_desk.Change("AT-001", "City", "Graz")), _desk.FocalPoint);
        await _desk.Turn(new(2026, 3, 20));
        _desk.Directory.Write(_desk.Authority() with { ConfirmedOn = new(2026, 3, 20), ConfirmedByRole = ActorRole.Secretariat });
        await _desk.Accept();

        Assert.Equal((new DateOnly(2026, 3, 20), ActorRole.Secretariat, "Graz"), (_desk.Authority().ConfirmedOn!.Value, _desk.Authority().ConfirmedByRole!.Value, _desk.Authority().Address.City));
    }

    [Fact]
    public async Task What_is_taken_from_a_public_source_is_not_confirmed_any_more()
    {
        _desk.Directory.Write(_desk.Authority() with { ConfirmedOn = new(2026, 3, 1), ConfirmedByRole = ActorRole.FocalPoint, ContactPoints = [.. _desk.Authority().ContactPoints.Select(Confirmed)] });

        await _desk.Make(TrialDesk.Request(_desk.Change("AT-001-c1", "Value", "new@example.org")) with { Source = Some.Source });

        Assert.Equal([null, new(2026, 3, 1), new(2026, 3, 1)], _desk.Authority().ContactPoints.Select(each => each.ConfirmedOn));
        Assert.Equal(new(2026, 3, 1), _desk.Authority().ConfirmedOn);
        Assert.Null(_desk.Authority().ContactPoints[0].ConfirmedByRole);

        static ContactPoint Confirmed(ContactPoint contact) => contact with { ConfirmedOn = new(2026, 3, 1), ConfirmedByRole = ActorRole.FocalPoint };
    }

    [Fact]
    public async Task Everything_stays_in_its_place_and_restricted_contact_points_stay_restricted()
    {
        await _desk.Make(TrialDesk.Request(
            _desk.Change("AT-001-d1", "Requirements", "In two copies."), _desk.Change("AT-001-c1", "Role", "Registry"), _desk.Change("AT-001-c3", "Role", "Duty officer")));

        Assert.Equal(["AT-001-d1", "AT-001-d2"], _desk.Authority().Designations.Select(each => each.Id));
        Assert.Equal(["AT-001-c1", "AT-001-c2", "AT-001-c3"], _desk.Authority().ContactPoints.Select(each => each.Id));
        Assert.Equal(["AT-001-c1"], _desk.Directory.Public.Authority("AT-001")!.Record.ContactPoints.Select(each => each.Id));
        Assert.DoesNotContain("Duty officer", Everything.TextIn(_desk.Snapshot.View(Audience.Government)));
    }

    [Fact]
    public async Task What_becomes_restricted_leaves_the_views_of_those_who_may_not_see_it()
    {
        await _desk.Make(TrialDesk.Request(_desk.Change("AT-001-c1", "Visibility", "Secretariat")));

        Assert.Empty(_desk.Directory.Public.Authority("AT-001")!.Record.ContactPoints);
        Assert.Equal("public@example.org", _desk.Authority().ContactPoints[0].Value);
    }

    [Fact]
    public async Task The_number_of_a_removed_contact_point_is_never_used_again()
    {
        await _desk.Make(TrialDesk.Request("request-1", _desk.Line("AT-001-c3").Removal()));
        await _desk.Make(TrialDesk.Request("request-2", _desk.Line("AT-001-c2").Removal(), New(LineKind.ContactPoint, "AT-001", "new1", ("Kind", "Email"), ("Value", "new@example.org"))));

        Assert.Equal(["AT-001-c1", "AT-001-c4"], _desk.Authority().ContactPoints.Select(each => each.Id));

        await _desk.Make(TrialDesk.Request("request-3", _desk.Line("AT-001-c4").Removal()));
        await _desk.Make(TrialDesk.Request("request-4", New(LineKind.ContactPoint, "AT-001", "new1", ("Kind", "Phone"), ("Value", "01 521 52"))));

        Assert.Equal(["AT-001-c1", "AT-001-c5"], _desk.Authority().ContactPoints.Select(each => each.Id));
        Assert.Equal(DialableFrom.Domestic, _desk.Authority().ContactPoints[1].DialableFrom);
    }

    [Fact]
    public async Task A_contact_point_that_was_changed_since_is_not_removed()
    {
        var removal = _desk.Line("AT-001-c2").Removal();
        await _desk.Make(TrialDesk.Request("request-1", _desk.Change("AT-001-c2", "Role", "Registry")));

        var outcome = await _desk.Submit(TrialDesk.Request("request-2", removal));

        Assert.Equal(["AT-001-c2 Role ChangedMeanwhile"], outcome.Refusal?.Faults.Select(fault => $"{fault.LineId} {fault.Field} {fault.Kind}"));
    }

    [Fact]
    public async Task An_authority_is_added_with_all_it_has_and_another_is_merged_into_it_in_one_request()
    {
        await _desk.Make(TrialDesk.Request(
            _desk.Line("AT-002").Change([new("Status", "Merged"), new("SuccessorId", "new7")])!,
            New(LineKind.ContactPoint, "new7", "new9", ("Kind", "Email"), ("Value", "new@example.org")),
            New(LineKind.Designation, "new7", "new8", ("Function", "Prevention")),
            New(LineKind.Notice, "AT", "new10", ("Text", "Write to the new office."), ("From", "2026-03-15"), ("Until", "2026-06-15"), ("AuthorityId", "new7")),
            New(LineKind.Authority, "AT", "new7", ("Name", "Agency of Examples"))));

        var added = _desk.Authority("AT-003");
        Assert.Equal(("Agency of Examples", TrialDesk.Note, "AT-003-d1", "AT-003-c1"), (added.Name, added.Source, added.Designations[0].Id, added.ContactPoints[0].Id));
        Assert.Equal((AuthorityStatus.Merged, "AT-003"), (_desk.Authority("AT-002").Status, _desk.Authority("AT-002").SuccessorId));
        Assert.Equal(("AT-n2", "AT-003"), (_desk.View.State("AT")!.Notices[^1].Record.Id, _desk.View.State("AT")!.Notices[^1].Record.AuthorityId));
    }

    [Fact]
    public void Requests_of_different_lines_give_the_same_records_in_whatever_order_they_are_accepted()
    {
        var pairs = from first in Fields.Select(field => field.Split(' ', 3)) from second in Fields.Select(field => field.Split(' ', 3)) where string.CompareOrdinal(first[0], second[0]) < 0 select (first, second);

        Assert.All(pairs, pair => Assert.Equal(After(pair.first, pair.second), After(pair.second, pair.first)));
    }

    /// <summary>Both were written before either was accepted.</summary>
    private static string After(params string[][] changes)
    {
        using var test = new LineEditorTests();
        var requests = changes.Select(change => TrialDesk.Request($"request-{change[0].ToLowerInvariant()}-{change[1].ToLowerInvariant()}", test._desk.Change(change[0], change[1], change[2]))).ToList();
        requests.ForEach(request => test._desk.Make(request).GetAwaiter().GetResult());
        var state = test._desk.View.State("AT")!;
        IEnumerable<DirectoryRecord> records = [state.Record, .. state.Authorities.Select(each => each.Record), .. state.Notices.Select(each => each.Record)];
        return string.Join('\n', records.SelectMany(record => RecordCatalogue.Of(record).Split(record)).Select(part => System.Text.Encoding.UTF8.GetString(part.Body.Span)));
    }

    private static LineChange New(LineKind kind, string record, string id, params (string Field, string Text)[] texts) =>
        Line.Addition(kind, record, id, texts.Select(text => KeyValuePair.Create(text.Field, text.Text)));
}
