using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Tests.Support;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>What systems hear while the ledger is away.</summary>
public sealed class OutageTests(InterruptibleDirectory host) : IClassFixture<InterruptibleDirectory>
{
    [Fact]
    public async Task While_the_ledger_is_away_a_system_is_told_to_come_again_and_then_it_is_done_once()
    {
        var id = NewId();
        using var state = await host.SystemAsync(ActorRole.FocalPoint, "AT");
        var made = await state.PostAsync("ChangeRequests", Hours(id));
        var tag = (await state.GetAsync("Authorities('AT-003')")).Tag!;

        host.Store.IsAway = true;
        var away = new[] { await state.PostAsync($"{At(id)}/Submit", null, ("If-Match", made.Tag!)), await state.PostAsync("Authorities('AT-003')/Confirm", null, ("If-Match", tag)) };
        host.Store.IsAway = false;
        var back = new[] { await state.PostAsync($"{At(id)}/Submit", null, ("If-Match", made.Tag!)), await state.PostAsync("Authorities('AT-003')/Confirm", null, ("If-Match", tag)) };

        Assert.All(away, answer => Assert.Equal((503, "10", "no-store"), (answer.Status, answer.Headers["Retry-After"], answer.Headers["Cache-Control"])));
        Assert.All(back, answer => Assert.Equal(200, answer.Status));
    }
}
