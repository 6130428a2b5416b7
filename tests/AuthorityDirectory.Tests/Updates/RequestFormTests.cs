using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Updates;

/// <summary>What a request must say beside its lines: it is refused as a whole, nothing is kept of it.</summary>
public sealed class RequestFormTests : IDisposable
{
    private static readonly string Long = new('x', 5001);

    private readonly TrialDesk _desk = new();

    public static TheoryData<string, Func<ChangeRequest, ChangeRequest>> Faults => new()
    {
        { "The request changes nothing", request => request with { Changes = [] } },
        { "The request changes 2001 lines", request => request with { Changes = [.. Enumerable.Range(0, 2001).Select(i => request.Changes[0] with { LineId = $"new{i}" })] } },
        { "Say what the change rests on", request => request with { Source = null } },
        { "A note verbale has a reference and a date", request => request with { Source = TrialDesk.Note with { Reference = null } } },
        { "A note verbale has a reference and a date", request => request with { Source = TrialDesk.Note with { Reference = " " } } },
        { "A note verbale has a reference and a date", request => request with { Source = TrialDesk.Note with { AsOf = null, AsOfPrecision = null } } },
        { "The source is dated in the future", request => request with { Source = TrialDesk.Note with { AsOf = new(2026, 3, 16) } } },
        { "The date of the source", request => request with { Source = TrialDesk.Note with { AsOf = new(1945, 10, 23) } } },
        { "The date of the source", request => request with { Source = TrialDesk.Note with { AsOfPrecision = null } } },
        { "The source's address", request => request with { Source = TrialDesk.Note with { Url = "javascript:alert(1)" } } },
        { "The source's reference", request => request with { Source = TrialDesk.Note with { Reference = "No. 1\u202E" } } },
        { "The source's reference", request => request with { Source = TrialDesk.Note with { Reference = "No.\n1" } } },
        { "The source's note", request => request with { Source = TrialDesk.Note with { Note = Long } } },
        { "The reason", request => request with { Reason = Long } },
        { "The reason", request => request with { Reason = "\u0000" } },
        { "The id", request => request with { Id = "short" } },
        { "The id", request => request with { Id = "../../etc/passwd" } },
        { "The id", request => request with { Id = new('x', 65) } },
        { "The attachment", request => request with { Attachment = new("../note.pdf", new('a', 64), 10) } },
        { "The attachment", request => request with { Attachment = new("note.pdf", "abc", 10) } },
        { "The attachment", request => request with { Attachment = new("note.pdf", new('a', 64), 0) } },
        { "The attachment", request => request with { Attachment = new("note.pdf", new('a', 64), (10 * 1024 * 1024) + 1) } },
    };

    public void Dispose() => _desk.Dispose();

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task A_request_is_refused_that(string beginning, Func<ChangeRequest, ChangeRequest> spoil)
    {
        var position = _desk.Snapshot.Position;

        var outcome = await _desk.Submit(spoil(TrialDesk.Request(_desk.Change("AT-001-c1", "Value", "new@example.org"))));

        Assert.StartsWith(beginning, outcome.Refusal?.Message, StringComparison.Ordinal);
        Assert.Equal(position, _desk.Snapshot.Position);
    }

    [Fact]
    public async Task A_request_with_everything_is_kept_as_it_was_written()
    {
        var request = TrialDesk.Request(_desk.Change("AT-001-c1", "Value", "new@example.org")) with
        {
            Id = "0192a3b4-5c6d-7e8f",
            Source = TrialDesk.Note with { Url = "https://example.org/note", Note = "As corrected." },
            Attachment = new("Note verbale No. 14 (2026).pdf", new('a', 64), 10 * 1024 * 1024),
            Reason = "The office moved.\nPlease hurry.",
            EffectiveOn = new(2026, 4, 1),
            IsUrgent = true,
        };

        Assert.Null((await _desk.Submit(request)).Reason);

        var kept = _desk.Snapshot.Register.Request(request.Id)!;
        Assert.Equal((request.Source, request.Attachment, request.Reason, request.EffectiveOn, true), (kept.Source, kept.Attachment, kept.Reason, kept.EffectiveOn, kept.IsUrgent));
    }

    [Theory]
    [InlineData("\u202E")]
    [InlineData("long")]
    public async Task The_reason_of_a_decision_keeps_to_what_every_text_keeps_to(string reason)
    {
        await _desk.Submit(TrialDesk.Request(_desk.Change("AT-001-c1", "Value", "new@example.org")));
        reason = reason == "long" ? Long : reason;

        Assert.StartsWith("The reason", (await _desk.Return(reason)).Reason, StringComparison.Ordinal);
        Assert.StartsWith("The reason", (await _desk.Withdraw(reason: reason)).Reason, StringComparison.Ordinal);
    }
}
