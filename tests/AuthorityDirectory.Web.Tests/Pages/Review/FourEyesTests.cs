using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Pages.Review;

public sealed class FourEyesTests
{
    [Fact]
    public async Task Where_four_eyes_are_asked_for_two_people_accept_and_whoever_submitted_is_neither()
    {
        await using var host = await SigningHost.StartAsync("--Review:FourEyes", "true");
        var (first, second, third) = (await host.InviteAsync(ActorRole.Secretariat), await host.InviteAsync(ActorRole.Secretariat), await host.InviteAsync(ActorRole.Secretariat));
        var current = host.Services.GetRequiredService<CurrentSnapshot>();
        var change = Line.Find(current.Value.View(Audience.Secretariat).State("FR")!, "FR-001")!.Change([new("City", "Lyon")])!;
        var request = new ChangeRequest { Id = "request-four", StateCode = "FR", Changes = [change], Source = ReviewHost.Note };
        var outcome = await host.Services.GetRequiredService<LedgerWriter>().WriteAsync(snapshot => RequestRules.Submit(snapshot, first, request, DirectoryHost.Now), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(outcome.IsWritten, outcome.Reason);

        using var submitter = await host.SignInAsync(first);
        Assert.DoesNotContain("handler=Accept", await submitter.GetStringAsync("/en/review/requests/request-four", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        foreach (var account in new[] { second, third })
        {
            Assert.NotEqual("Lyon", current.Value.View(Audience.Public).Authority("FR-001")!.Record.Address.City);
            using var client = await host.SignInAsync(account);
            using var answer = await client.SubmitAsync("/en/review/requests/request-four", form: "form[action*=Accept]");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal("Lyon", current.Value.View(Audience.Public).Authority("FR-001")!.Record.Address.City);
        Assert.Equal((second.Id, third.Id), (current.Value.Register.Request("request-four")!.FirstAcceptedBy, current.Value.Register.Request("request-four")!.DecidedBy));
    }

    [Fact]
    public async Task A_setting_that_is_neither_yes_nor_no_is_refused_at_start()
    {
        var refusal = await Xunit.Record.ExceptionAsync(() => DirectoryApplication.CreateAsync(["--Review:FourEyes=perhaps"]));

        Assert.Equal("Review:FourEyes is \"perhaps\". Allowed: true, false.", refusal?.Message);
    }
}
