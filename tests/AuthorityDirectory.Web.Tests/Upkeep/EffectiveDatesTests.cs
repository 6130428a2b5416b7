using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Upkeep;

/// <summary>Two instances on one store, and requests that are to hold from a later day.</summary>
public sealed class EffectiveDatesTests : IAsyncLifetime
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DirectoryHost.Now.UtcDateTime);
    private static readonly Account FocalPoint = new() { Id = "a-focal", Role = ActorRole.FocalPoint, StateCode = "AT", Email = "focal@example.org" };
    private static readonly Account Secretariat = new() { Id = "a-office", Role = ActorRole.Secretariat, Email = "office@example.org" };

    private readonly SharedStore _store = new();
    private Instance _first = null!;
    private Instance _second = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        (_first, _second) = (await _store.StartAsync("first"), await _store.StartAsync("second"));
        await WriteAsync(_ => Decision.Accept(new() { Actor = Actor.System, Records = [Some.State(), Some.Authority(), FocalPoint, Secretariat] }));
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task On_its_day_an_accepted_request_takes_effect_once_whichever_instance_sees_it()
    {
        var accepted = await AcceptAsync("request-one", "+43 1 99999", Today.AddDays(2));
        _store.Clock.Now += TimeSpan.FromDays(1);
        await MoveOnAsync();
        Assert.All([_first, _second], instance => Assert.Equal((accepted, "public@example.org"), (instance.Current.Value.Position, Value(instance))));

        _store.Clock.Now += TimeSpan.FromDays(1);
        await MoveOnAsync();
        await ReachAsync(accepted + 1);
        await MoveOnAsync();

        Assert.All([_first, _second], instance => Assert.Equal((accepted + 1, "+43 1 99999"), (instance.Current.Value.Position, Value(instance))));
        Assert.Equal((RequestStatus.Accepted, Today.AddDays(2)), (Request("request-one").Status, Request("request-one").AppliedOn!.Value));
    }

    [Fact]
    public async Task What_fell_due_while_no_instance_ran_takes_effect_at_the_start()
    {
        var accepted = await AcceptAsync("request-one", "+43 1 99999", Today.AddDays(2));
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _store.Clock.Now += TimeSpan.FromDays(30);

        (_first, _second) = (await _store.StartAsync("first"), await _store.StartAsync("second"));
        await ReachAsync(accepted + 1);

        Assert.Equal("+43 1 99999", Value(_second));
        Assert.Equal(Today.AddDays(30), Request("request-one").AppliedOn);
    }

    [Fact]
    public async Task A_request_whose_line_was_changed_meanwhile_goes_back_to_the_Secretariat_and_keeps_no_other_from_taking_effect()
    {
        await AcceptAsync("request-one", "+43 1 99999", Today.AddDays(2));
        await AcceptAsync("request-two", "+43 1 77777", Today.AddDays(1), "AT-001-c2");
        var position = await AcceptAsync("request-three", "+43 1 88888", null);

        _store.Clock.Now += TimeSpan.FromDays(2);
        await MoveOnAsync();
        await ReachAsync(position + 2);

        Assert.Equal("+43 1 88888", Value(_second));
        Assert.Equal((RequestStatus.Submitted, (DateOnly?)null), (Request("request-one").Status, Request("request-one").AppliedOn));
        Assert.Equal(Today.AddDays(2), Request("request-two").AppliedOn);
    }

    [Fact]
    public async Task While_the_store_is_away_the_day_waits_and_is_not_missed()
    {
        var accepted = await AcceptAsync("request-one", "+43 1 99999", Today.AddDays(1));
        var tried = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _first.Log.Said += line => _ = line.StartsWith("EffectiveDates cannot do what is due", StringComparison.Ordinal) && tried.TrySetResult();
        _store.IsAway = true;
        _store.Clock.Now += TimeSpan.FromDays(1);
        await _first.Current.AdvanceAsync(Cancellation);
        await tried.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);
        Assert.Equal(accepted, _first.Current.Value.Position);
        _store.IsAway = false;

        await ReachAsync(accepted + 1);

        Assert.Equal("+43 1 99999", Value(_second));
    }

    private async Task<long> AcceptAsync(string id, string phone, DateOnly? day, string line = "AT-001-c1")
    {
        var view = _first.Current.Value.View(Audience.Secretariat);
        var request = new ChangeRequest
        {
            Id = id,
            StateCode = "AT",
            Changes = [Line.Find(view.State("AT")!, line)!.Change([new("Kind", "Phone"), new("Value", phone)])!],
            Source = new(SourceKind.StateForm, AsOf: Today, AsOfPrecision: DatePrecision.Day),
            EffectiveOn = day,
        };
        await WriteAsync(snapshot => RequestRules.Submit(snapshot, FocalPoint, request, _store.Clock.Now));
        return await WriteAsync(snapshot => RequestRules.Accept(snapshot, Secretariat, id, _store.Clock.Now, fourEyes: false));
    }

    private async Task<long> WriteAsync(Func<DirectorySnapshot, Decision> decide)
    {
        var outcome = await _first.Writer.WriteAsync(decide, null, Cancellation);
        Assert.True(outcome.IsWritten, outcome.Reason);
        return outcome.Position;
    }

    private Task<DirectorySnapshot[]> MoveOnAsync() => Task.WhenAll(_first.Current.RefreshAsync(Cancellation), _second.Current.RefreshAsync(Cancellation));

    private Task<DirectorySnapshot[]> ReachAsync(long position) => Task.WhenAll(_first.Current.ReachAsync(position, Cancellation), _second.Current.ReachAsync(position, Cancellation));

    private ChangeRequest Request(string id) => _second.Current.Value.Register.Request(id)!;

    private static string Value(Instance instance) => instance.Current.Value.View(Audience.Secretariat).ContactPoint("AT-001-c1")!.Record.Value;
}
