using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static AuthorityDirectory.Web.Tests.Api.Writing.SomeRequests;

namespace AuthorityDirectory.Web.Tests.Api.Writing;

/// <summary>What a system asks for is what a person at the desk asks for.</summary>
public sealed class SameRulesTests(WritingDirectory host) : IClassFixture<WritingDirectory>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_change_makes_the_same_records_from_the_desk_and_from_the_API()
    {
        var account = await host.InviteAsync(ActorRole.FocalPoint, "AT");
        var (drafts, writer) = (host.Services.GetRequiredService<RequestDrafts>(), host.Services.GetRequiredService<LedgerWriter>());
        var texts = new Dictionary<string, string> { ["OfficeHours"] = " By day ", ["Channels"] = "email post" };
        var line = Line.Find(Snapshot.View(Audience.Secretariat).State("AT")!, "AT-001")!;
        var kept = await drafts.WriteAsync(new RequestDraft
        {
            Id = NewId(),
            StateCode = "AT",
            Changes = [line.Change(texts)!],
            Source = new() { Kind = "NoteVerbale", Reference = "A/17/2026", AsOf = "2026-11-01", Reason = "Moved" },
        }, "", account.Id, Token);
        var written = await writer.WriteAsync(snapshot => RequestRules.Submit(snapshot, account, kept!.Draft.ToRequest(snapshot.Date), DirectoryHost.Now), cancellationToken: Token);
        Assert.True(written.IsWritten, written.Reason);

        var id = NewId();
        using var system = await host.SystemAsync(account);
        await system.PostAsync("ChangeRequests", new
        {
            Id = id,
            StateCode = "AT",
            Changes = new[] { new { Kind = "Authority", LineId = "AT-001", Act = "Change", Fields = texts.Select(text => new { Name = text.Key, After = text.Value }) } },
            Source = Note,
            Reason = "Moved",
        });
        Assert.Equal(200, (await system.InvokeAsync(At(id), "Submit")).Status);

        var (desk, api) = (Snapshot.Register.Request(kept!.Draft.Id)!, Snapshot.Register.Request(id)!);
        Assert.Equal(Written(desk), Written(api with { Id = desk.Id }));
    }

    [Fact]
    public async Task A_draft_of_the_desk_is_submitted_by_a_system_and_is_gone_from_the_desk()
    {
        var account = await host.InviteAsync(ActorRole.FocalPoint, "AT");
        var drafts = host.Services.GetRequiredService<RequestDrafts>();
        var id = RequestDrafts.NewId();
        var line = Line.Find(Snapshot.View(Audience.Secretariat).State("AT")!, "AT-003")!;
        await drafts.WriteAsync(new RequestDraft { Id = id, StateCode = "AT", Changes = [line.Change([new("OfficeHours", "At night")])!] }, "", account.Id, Token);
        using var system = await host.SystemAsync(account);

        Assert.Equal(200, (await system.InvokeAsync(At(id), "Submit")).Status);
        Assert.Null(await drafts.FindAsync("AT", id, Token));
    }

    [Fact]
    public async Task A_draft_that_somebody_wrote_on_meanwhile_is_not_submitted_unseen()
    {
        var (id, account) = (NewId(), await host.InviteAsync(ActorRole.FocalPoint, "AT"));
        var drafts = host.Services.GetRequiredService<RequestDrafts>();
        using var system = await host.SystemAsync(account);
        var made = await system.PostAsync("ChangeRequests", Hours(id));
        var kept = await drafts.FindAsync("AT", id, Token);
        await drafts.WriteAsync(kept!.Draft with { Source = kept.Draft.Source with { Reason = "Wait" } }, kept.Tag, account.Id, Token);

        Assert.Equal(412, (await system.PostAsync($"{At(id)}/Submit", null, ("If-Match", made.Tag!))).Status);
        Assert.NotNull(await drafts.FindAsync("AT", id, Token));
    }

    private DirectorySnapshot Snapshot => host.Services.GetRequiredService<CurrentSnapshot>().Value;

    private static string Written(ChangeRequest request) => System.Text.Json.JsonSerializer.Serialize(request);
}
