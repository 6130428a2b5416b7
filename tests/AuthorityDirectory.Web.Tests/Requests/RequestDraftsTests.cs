using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Requests;

public sealed class RequestDraftsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drafts-");
    private readonly SetClock _clock = new(DirectoryHost.Now);
    private readonly FolderWorkStore _store;
    private readonly RequestDrafts _drafts;

    public RequestDraftsTests()
    {
        _store = new(_folder.FullName, _clock);
        _drafts = new(_store, _clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static RequestDraft Typed { get; } = new()
    {
        Id = "r-12345678",
        StateCode = "AT",
        Changes = [new(LineKind.ContactPoint, "AT-003", "AT-003-c2", LineAct.Change) { Fields = [new("Value", "+43 1", " 12 <b>\u0007\ud800 nonsense ")] }],
        Source = new() { AsOf = "the other day", Reference = "12/2026" },
    };

    [Fact]
    public async Task A_draft_keeps_every_text_as_it_was_typed_right_or_wrong()
    {
        var kept = await _drafts.WriteAsync(Typed, "", "a-1", Token);
        var read = await _drafts.FindAsync("AT", Typed.Id, Token);

        Assert.Equal(kept!.Tag, read!.Tag);
        Assert.Equal("the other day", read.Draft.Source.AsOf);
        Assert.Equal(" 12 <b>\u0007\ufffd nonsense ", read.Draft.Changes[0].Fields[0].After);
        Assert.Equal((DirectoryHost.Now, "a-1"), (read.Draft.WrittenAt, read.Draft.WrittenBy));
    }

    [Fact]
    public async Task The_second_of_two_windows_does_not_overwrite_the_first()
    {
        var opened = await _drafts.WriteAsync(Typed, "", "a-1", Token);
        Assert.NotNull(await _drafts.WriteAsync(Typed with { Source = new() { Reference = "first" } }, opened!.Tag, "a-1", Token));

        Assert.Null(await _drafts.WriteAsync(Typed with { Source = new() { Reference = "second" } }, opened.Tag, "a-2", Token));
        Assert.Null(await _drafts.WriteAsync(Typed, "", "a-2", Token));

        Assert.Equal("first", (await _drafts.FindAsync("AT", Typed.Id, Token))!.Draft.Source.Reference);
    }

    [Fact]
    public async Task A_State_has_its_own_drafts_and_none_after_ninety_days_without_writing()
    {
        await _drafts.WriteAsync(Typed, "", "a-1", Token);
        await _drafts.WriteAsync(Typed with { StateCode = "FR" }, "", "a-1", Token);

        var own = Assert.Single(await _drafts.ListAsync("AT", Token));
        Assert.Equal(new DateOnly(2027, 1, 31), own.KeptUntil);

        _clock.Now += RequestDrafts.Lifetime;
        Assert.Empty(await _drafts.ListAsync("AT", Token));
    }

    [Theory]
    [InlineData("../at/r-1")]
    [InlineData("R-12345678")]
    [InlineData("short")]
    [InlineData(null)]
    public async Task What_is_no_id_finds_nothing(string? id) => Assert.Null(await _drafts.FindAsync("AT", id!, Token));

    [Fact]
    public void A_request_made_of_a_draft_is_tidied_and_says_nothing_that_was_said()
    {
        var draft = Typed with
        {
            Changes = [Typed.Changes[0] with { Fields = [new("Value", "+43 1", " +43 1 "), new("Role", "", " Duty officer ")] }, Typed.Changes[0] with { LineId = "new1", Fields = [new("Value", "", " ")] }],
            Source = new() { Kind = "StateForm", Reason = " moved " },
        };

        var request = draft.ToRequest(new(2026, 11, 2));

        Assert.Equal([new FieldChange("Role", "", "Duty officer")], Assert.Single(request.Changes).Fields);
        Assert.Equal(new Source(SourceKind.StateForm, AsOf: new(2026, 11, 2), AsOfPrecision: DatePrecision.Day), request.Source);
        Assert.Equal("moved", request.Reason);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Delete(recursive: true);
    }
}
