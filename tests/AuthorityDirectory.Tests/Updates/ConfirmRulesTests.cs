using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;

namespace AuthorityDirectory.Tests.Updates;

public sealed class ConfirmRulesTests : IDisposable
{
    private readonly TrialDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Confirming_stamps_the_entry_its_contact_points_and_the_designations_that_have_not_ended()
    {
        var ended = Some.Designation("AT-001-d2", Function.Extradition) with { ValidTo = new(2026, 3, 14) };
        var ending = Some.Designation("AT-001-d3", Function.Prevention) with { ValidTo = new(2026, 3, 15) };
        _desk.Directory.Write(Some.Authority() with { Designations = [Some.Designation(), ended, ending] });

        Assert.True((await Confirm(_desk.FocalPoint, null, ("AT-001", null))).IsWritten);

        var after = _desk.Authority();
        Assert.Equal((_desk.Today, ActorRole.FocalPoint), (after.ConfirmedOn!.Value, after.ConfirmedByRole!.Value));
        Assert.Equal([_desk.Today, null, _desk.Today], after.Designations.Select(each => each.ConfirmedOn));
        Assert.All(after.ContactPoints, each => Assert.Equal((_desk.Today, ActorRole.FocalPoint), (each.ConfirmedOn!.Value, each.ConfirmedByRole!.Value)));
        Assert.Null(_desk.Authority("AT-002").ConfirmedOn);
        Assert.All(after.ContactPoints.Select(each => each.Source).Append(after.Designations[0].Source), source => Assert.True(source is null || source == Some.Source));
    }

    [Fact]
    public async Task A_State_confirms_all_its_entries_at_once_or_none()
    {
        Assert.True((await Confirm(_desk.FocalPoint, null, ("AT-001", 1), ("AT-002", 1))).IsWritten);
        await _desk.Turn(new(2026, 3, 16));

        Assert.Equal(RefusalReason.Overtaken, (await Confirm(_desk.FocalPoint, null, ("AT-001", 2), ("AT-002", 1))).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await Confirm(_desk.FocalPoint, null, ("AT-001", 2), ("BR-001", 1))).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await Confirm(_desk.FocalPoint, null, ("AT-001", 2), ("AT-009", null))).Refusal?.Reason);
        Assert.Equal(RefusalReason.Invalid, (await Confirm(_desk.FocalPoint, null)).Refusal?.Reason);
        Assert.Equal(new(2026, 3, 15), _desk.Authority().ConfirmedOn);
    }

    [Theory]
    [InlineData("a-neighbour")]
    [InlineData("a-practitioner")]
    [InlineData("a-administrator")]
    public async Task Nobody_else_confirms_for_a_State(string id) =>
        Assert.Equal(RefusalReason.NotAllowed, (await Confirm(_desk.Snapshot.Register.Account(id)!, TrialDesk.Note, ("AT-001", null))).Refusal?.Reason);

    [Fact]
    public async Task The_Secretariat_confirms_only_on_the_States_own_paper()
    {
        Assert.Equal(RefusalReason.Invalid, (await Confirm(_desk.Secretary, null, ("AT-001", null))).Refusal?.Reason);
        Assert.Equal(RefusalReason.Invalid, (await Confirm(_desk.Secretary, Some.Source, ("AT-001", null))).Refusal?.Reason);
        Assert.Equal(RefusalReason.Invalid, (await Confirm(_desk.Secretary, TrialDesk.Note with { Reference = null }, ("AT-001", null))).Refusal?.Reason);
        Assert.Equal(RefusalReason.Invalid, (await Confirm(_desk.Secretary, TrialDesk.Note with { AsOf = new(2026, 3, 16) }, ("AT-001", null))).Refusal?.Reason);

        Assert.True((await Confirm(_desk.Secretary, TrialDesk.Note, ("AT-001", null))).IsWritten);
        Assert.Equal(ActorRole.Secretariat, _desk.Authority().ConfirmedByRole);
        Assert.Equal(TrialDesk.Note, _desk.Directory.Public.Changes[^1].Source);
    }

    private Task<WriteOutcome> Confirm(Account actor, Source? source, params (string Id, int? Revision)[] entries) =>
        _desk.Directory.WriteAsync(snapshot => ConfirmRules.Confirm(snapshot, actor, "AT", entries.ToDictionary(each => each.Id, each => each.Revision), source));
}
