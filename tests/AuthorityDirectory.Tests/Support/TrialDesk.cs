using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Tests.Support;

/// <summary>A directory of two States with somebody of every role, who act by the rules on the real write path.</summary>
public sealed class TrialDesk : IDisposable
{
    public static Source Note { get; } = new(SourceKind.NoteVerbale, "No. 14/2026", AsOf: new(2026, 3, 10), AsOfPrecision: DatePrecision.Day);

    public TrialDesk()
    {
        Directory.Write(
            Some.State("AT", "Austria"), Some.State("BR", "Brazil"), Some.Authority("AT-001"), Some.Authority("AT-002", "Office of Examples"), Some.Authority("BR-001", "Board of Examples"),
            new Channel { Code = "diplomatic", Name = "Diplomatic", Description = "Through the ministries.", Source = Some.Source },
            new Notice { Id = "AT-n1", StateCode = "AT", Text = "Closed for a week.", From = new(2026, 3, 9), Until = new(2026, 3, 20), Source = Some.Source });
        Directory.Write([FocalPoint, Colleague, Practitioner, Secretary, Second, Administrator, Neighbour]);
    }

    public TrialDirectory Directory { get; } = new();

    public Account FocalPoint { get; } = Person("a-focal", ActorRole.FocalPoint, "AT");

    public Account Colleague { get; } = Person("a-colleague", ActorRole.FocalPoint, "AT");

    public Account Neighbour { get; } = Person("a-neighbour", ActorRole.FocalPoint, "BR");

    public Account Practitioner { get; } = Person("a-practitioner", ActorRole.Practitioner, "AT");

    public Account Secretary { get; } = Person("a-secretary", ActorRole.Secretariat);

    public Account Second { get; } = Person("a-second", ActorRole.Secretariat);

    public Account Administrator { get; } = Person("a-administrator", ActorRole.Administrator);

    public DateTimeOffset Now => Directory.Clock.Now;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public DirectorySnapshot Snapshot => Directory.Current.Value;

    public DirectoryView View => Snapshot.View(Audience.Secretariat);

    public Authority Authority(string id = "AT-001") => View.Authority(id)!.Record;

    public Line Line(string id) => AuthorityDirectory.Updates.Lines.Line.Find(View.State(id[..2])!, id) ?? throw new ArgumentException($"There is no line {id}.", nameof(id));

    public LineChange Change(string line, string field, string text) => Line(line).Change([new(field, text)])!;

    public static ChangeRequest Request(params LineChange[] changes) => Request("request-1", changes);

    public static ChangeRequest Request(string id, params LineChange[] changes) => new() { Id = id, StateCode = "AT", Changes = changes, Source = Note };

    public Task<WriteOutcome> Submit(ChangeRequest request, Account? actor = null) => Directory.WriteAsync(snapshot => RequestRules.Submit(snapshot, actor ?? FocalPoint, request, Now));

    public Task<WriteOutcome> Accept(string id = "request-1", Account? actor = null, bool fourEyes = false) =>
        Directory.WriteAsync(snapshot => RequestRules.Accept(snapshot, actor ?? Secretary, id, Now, fourEyes));

    public Task<WriteOutcome> Return(string? reason, string id = "request-1", Account? actor = null) => Directory.WriteAsync(snapshot => RequestRules.Return(snapshot, actor ?? Secretary, id, reason, Now));

    public Task<WriteOutcome> Withdraw(string id = "request-1", Account? actor = null, string? reason = null) => Directory.WriteAsync(snapshot => RequestRules.Withdraw(snapshot, actor ?? FocalPoint, id, reason, Now));

    public Task<WriteOutcome> TakeEffect(string id = "request-1") => Directory.WriteAsync(snapshot => RequestRules.TakeEffect(snapshot, id));

    /// <summary>Submits and accepts.</summary>
    public async Task Make(ChangeRequest request)
    {
        Assert.Null((await Submit(request)).Reason);
        Assert.Null((await Accept(request.Id)).Reason);
    }

    /// <summary>From then on it is another day.</summary>
    public async Task Turn(DateOnly day)
    {
        Directory.Clock.Now = new(day, new(9, 0), TimeSpan.Zero);
        await Directory.FollowAsync();
    }

    public void Dispose() => Directory.Dispose();

    public static Account Person(string id, ActorRole role, string? state = null) => new() { Id = id, Role = role, StateCode = state, Email = $"{id}@example.org" };
}
