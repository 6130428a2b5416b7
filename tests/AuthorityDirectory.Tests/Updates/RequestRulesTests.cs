using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Tests.Updates;

public sealed class RequestRulesTests : IDisposable
{
    private readonly TrialDesk _desk = new();

    public static TheoryData<string, string> Acts => CaseFile.Beside("request-acts.cases");

    private ChangeRequest Written => TrialDesk.Request(_desk.Change("AT-001-c1", "Value", "new@example.org"));

    private ChangeRequest Kept => _desk.Snapshot.Register.Request("request-1")!;

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task An_act_does_to_a_request_what_the_table_says(string before, string acts)
    {
        List<string> seen = [];
        for (var act = 0; act < 5; act++)
        {
            using var test = new RequestRulesTests();
            await test.Bring(before);
            seen.Add(await test.Do(act));
        }

        Assert.Equal(acts.Split(' ', StringSplitOptions.RemoveEmptyEntries), seen);
    }

    [Fact]
    public async Task A_submitted_request_says_who_submitted_it_and_changes_nothing_yet()
    {
        var before = _desk.Authority();

        Assert.True((await _desk.Submit(Written)).IsWritten);

        Assert.Equal((RequestStatus.Submitted, "a-focal", ActorRole.FocalPoint, _desk.Now), (Kept.Status, Kept.SubmittedBy, Kept.SubmittedByRole!.Value, Kept.SubmittedAt!.Value));
        Assert.Equal(before, _desk.Authority());
    }

    [Fact]
    public async Task Whoever_submits_cannot_say_that_somebody_else_decided()
    {
        await _desk.Submit(Written with { Status = RequestStatus.Accepted, FirstAcceptedBy = "a-second", DecidedBy = "a-second", DecidedAt = _desk.Now, DecisionReason = "Fine.", AppliedOn = _desk.Today, SubmittedBy = "a-second" });

        Assert.Equal(
            (RequestStatus.Submitted, null, null, null, null, null, "a-focal"),
            (Kept.Status, Kept.FirstAcceptedBy, Kept.DecidedBy, Kept.DecidedAt, Kept.DecisionReason, Kept.AppliedOn, Kept.SubmittedBy));
    }

    [Fact]
    public async Task A_pending_request_and_its_source_are_in_no_view_but_the_Secretariats_and_acceptance_tells_everyone_the_source()
    {
        await _desk.Submit(Written with { Reason = "Our old office burnt down." });

        Assert.All(new[] { Audience.Public, Audience.Government }, audience => Assert.DoesNotContain(
            Everything.TextIn(_desk.Snapshot.View(audience)), text => text.Contains("burnt", StringComparison.Ordinal) || text is "request-1" or "No. 14/2026" or "new@example.org"));

        await _desk.Accept();

        Assert.Equal(TrialDesk.Note, _desk.Directory.Public.Changes[^1].Source);
        Assert.DoesNotContain(Everything.TextIn(_desk.Directory.Public), text => text.Contains("burnt", StringComparison.Ordinal) || text == "request-1");
    }

    [Fact]
    public async Task A_request_kept_for_a_later_day_tells_nobody_its_source_before()
    {
        await Bring("waits");

        Assert.DoesNotContain("No. 14/2026", Everything.TextIn(_desk.Directory.Public));
        Assert.All((await _desk.Directory.EntriesAsync()).TakeLast(2), entry => Assert.Null(entry.Source));
    }

    [Theory]
    [InlineData("a-neighbour")]
    [InlineData("a-practitioner")]
    [InlineData("a-administrator")]
    public async Task Who_has_no_business_with_a_State_submits_nothing_for_it_and_does_not_learn_what_it_submitted(string id)
    {
        var stranger = _desk.Snapshot.Register.Account(id)!;

        Assert.Equal(RefusalReason.NotAllowed, (await _desk.Submit(Written, stranger)).Refusal?.Reason);
        await _desk.Submit(Written);
        Assert.Equal(RefusalReason.NotFound, (await _desk.Accept(actor: stranger)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await _desk.Return("No.", actor: stranger)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotFound, (await _desk.Withdraw(actor: stranger)).Refusal?.Reason);
        Assert.Equal(RequestStatus.Submitted, Kept.Status);
    }

    [Fact]
    public async Task A_focal_point_does_not_decide_on_its_own_States_request()
    {
        await _desk.Submit(Written);

        Assert.Equal(RefusalReason.NotAllowed, (await _desk.Accept(actor: _desk.Colleague)).Refusal?.Reason);
        Assert.Equal(RefusalReason.NotAllowed, (await _desk.Return("No.", actor: _desk.FocalPoint)).Refusal?.Reason);
    }

    [Fact]
    public async Task The_id_of_another_States_request_is_taken()
    {
        await _desk.Submit(Written);

        var other = TrialDesk.Request(_desk.Change("BR-001-c1", "Value", "new@example.org")) with { StateCode = "BR" };

        Assert.Equal(RefusalReason.NotAllowed, (await _desk.Submit(other, _desk.Neighbour)).Refusal?.Reason);
    }

    [Fact]
    public async Task A_returned_request_says_why_and_is_clean_when_it_is_submitted_again()
    {
        await _desk.Submit(Written);
        Assert.Equal(RefusalReason.Invalid, (await _desk.Return("  ")).Refusal?.Reason);
        await _desk.Return(" The note is not attached. ");

        Assert.Equal((RequestStatus.Returned, "The note is not attached.", "a-secretary", _desk.Now), (Kept.Status, Kept.DecisionReason, Kept.DecidedBy, Kept.DecidedAt!.Value));

        await _desk.Submit(Written, _desk.Colleague);
        Assert.Equal((RequestStatus.Submitted, null, null, "a-colleague"), (Kept.Status, Kept.DecisionReason, Kept.DecidedBy, Kept.SubmittedBy));
    }

    [Fact]
    public async Task With_four_eyes_two_people_accept_and_whoever_submitted_is_neither()
    {
        await _desk.Submit(Written, _desk.Secretary);

        Assert.Equal(RefusalReason.SecondPerson, (await _desk.Accept(actor: _desk.Secretary, fourEyes: true)).Refusal?.Reason);
        Assert.True((await _desk.Accept(actor: _desk.Second, fourEyes: true)).IsWritten);
        Assert.Equal((RequestStatus.Submitted, "a-second", null), (Kept.Status, Kept.FirstAcceptedBy, Kept.DecidedBy));
        Assert.Equal("public@example.org", _desk.Authority().ContactPoints[0].Value);
        Assert.Equal(RefusalReason.SecondPerson, (await _desk.Accept(actor: _desk.Second, fourEyes: true)).Refusal?.Reason);

        _desk.Directory.Write(TrialDesk.Person("a-third", ActorRole.Secretariat));
        Assert.True((await _desk.Accept(actor: _desk.Snapshot.Register.Account("a-third"), fourEyes: true)).IsWritten);
        Assert.Equal((RequestStatus.Accepted, "a-second", "a-third"), (Kept.Status, Kept.FirstAcceptedBy, Kept.DecidedBy));
    }

    [Fact]
    public async Task A_first_acceptance_is_forgotten_when_the_request_is_returned_and_submitted_again()
    {
        await _desk.Submit(Written);
        await _desk.Accept(fourEyes: true);
        await _desk.Return("Which office?");
        await _desk.Submit(Written);

        await _desk.Accept(actor: _desk.Second, fourEyes: true);

        Assert.Equal((RequestStatus.Submitted, "a-second"), (Kept.Status, Kept.FirstAcceptedBy));
    }

    [Fact]
    public async Task Without_four_eyes_the_Secretariat_accepts_what_it_submitted_and_the_ledger_names_its_role()
    {
        await _desk.Submit(Written, _desk.Secretary);
        Assert.True((await _desk.Accept()).IsWritten);

        Assert.Equal(ActorRole.Secretariat, (await _desk.Directory.EntriesAsync())[^1].Actor.Role);
        Assert.Equal(ActorRole.Secretariat, _desk.Authority().ContactPoints[0].ConfirmedByRole);
    }

    [Fact]
    public async Task What_was_accepted_for_a_later_day_comes_into_effect_on_it()
    {
        await Bring("waits");
        Assert.Equal((RequestStatus.Accepted, null), (Kept.Status, Kept.AppliedOn));

        await _desk.Turn(new(2026, 3, 31));
        Assert.Equal(RefusalReason.Overtaken, (await _desk.TakeEffect()).Refusal?.Reason);
        Assert.Equal("public@example.org", _desk.Authority().ContactPoints[0].Value);

        await _desk.Turn(new(2026, 4, 2));
        Assert.True((await _desk.TakeEffect()).IsWritten);
        Assert.Equal(("new@example.org", new DateOnly(2026, 4, 2), "a-secretary"), (_desk.Authority().ContactPoints[0].Value, Kept.AppliedOn!.Value, Kept.DecidedBy));
        Assert.Equal(TrialDesk.Note, _desk.Directory.Public.Changes[^1].Source);
    }

    [Fact]
    public async Task A_request_whose_lines_were_changed_until_its_day_goes_back_to_the_Secretariat()
    {
        await Bring("waits");
        await _desk.Make(TrialDesk.Request("request-2", _desk.Change("AT-001-c1", "Value", "other@example.org")));

        await _desk.Turn(new(2026, 4, 1));
        await _desk.TakeEffect();

        Assert.Equal((RequestStatus.Submitted, null, null), (Kept.Status, Kept.FirstAcceptedBy, Kept.AppliedOn));
        Assert.Equal("other@example.org", _desk.Authority().ContactPoints[0].Value);
        Assert.Equal(RefusalReason.Overtaken, (await _desk.Accept()).Refusal?.Reason);
    }

    [Fact]
    public async Task The_second_of_two_on_the_same_field_is_refused_with_what_it_was_and_is_and_nothing_changes()
    {
        await _desk.Submit(Written);
        await _desk.Submit(TrialDesk.Request("request-2", _desk.Change("AT-001-c1", "Value", "other@example.org")), _desk.Colleague);
        await _desk.Accept();
        var position = _desk.Snapshot.Position;

        var second = await _desk.Accept("request-2");

        Assert.Equal(RefusalReason.Overtaken, second.Refusal?.Reason);
        var fault = Assert.Single(second.Refusal!.Faults);
        Assert.Equal(("AT-001-c1", "Value", FaultKind.ChangedMeanwhile), (fault.LineId, fault.Field, fault.Kind));
        Assert.Equal(["public@example.org", "new@example.org"], fault.Values);
        Assert.Equal((position, "new@example.org"), (_desk.Snapshot.Position, _desk.Authority().ContactPoints[0].Value));
    }

    [Fact]
    public async Task Two_requests_that_say_the_same_do_not_stand_in_each_others_way()
    {
        await _desk.Submit(Written);
        await _desk.Submit(TrialDesk.Request("request-2", Written.Changes[0]), _desk.Colleague);

        Assert.True((await _desk.Accept()).IsWritten);
        Assert.True((await _desk.Accept("request-2")).IsWritten);
    }

    /// <summary>Brings the request into a status.</summary>
    private async Task Bring(string status)
    {
        if (status != "none")
        {
            await _desk.Submit(Written with { EffectiveOn = status == "waits" ? new(2026, 4, 1) : null });
        }

        var outcome = status switch
        {
            "returned" => await _desk.Return("Which office?"),
            "withdrawn" => await _desk.Withdraw(),
            "waits" or "accepted" => await _desk.Accept(),
            _ => null,
        };
        Assert.True(outcome?.IsWritten ?? true, outcome?.Reason);
    }

    private async Task<string> Do(int act)
    {
        if (act == 4)
        {
            await _desk.Turn(new(2026, 4, 1));
        }

        var position = _desk.Snapshot.Position;
        var outcome = act switch
        {
            0 => await _desk.Submit(TrialDesk.Request(_desk.Change("AT-001-d1", "Requirements", "In two copies."))),
            1 => await _desk.Return("Which office?"),
            2 => await _desk.Withdraw(),
            3 => await _desk.Accept(),
            _ => await _desk.TakeEffect(),
        };
        Assert.Equal(outcome.IsWritten, _desk.Snapshot.Position > position);
        return outcome.Refusal is { } refusal ? refusal.Reason.ToString() : Codes.RequestStatuses.CodeOf(Kept.Status);
    }
}
