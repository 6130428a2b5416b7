using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Tests.Pages.Manage;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DeskDirectory))]

namespace AuthorityDirectory.Web.Tests.Pages.Manage;

/// <summary>A directory for the tests of desks, in which they write; each test has a State of its own, which is not in the world, with one authority.</summary>
public sealed class DeskDirectory : DirectoryHost
{
    public const string Mail = "-c1";

    public const string Phone = "-c2";

    public const string ForGovernments = "-c3";

    private readonly Stack<string> _free = new();

    public CurrentSnapshot Current => Services.GetRequiredService<CurrentSnapshot>();

    public LedgerWriter Writer => Services.GetRequiredService<LedgerWriter>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var codes = (from first in "QXY" from second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" select $"{first}{second}").Where(code => Current.Value.View(Audience.Public).State(code) is null).ToList();
        codes.ForEach(_free.Push);
        DirectoryRecord[] records = [.. codes.Select(code => Some.State(code, $"State {code}")), .. codes.Select(Ministry)];
        var written = await Writer.WriteAsync(_ => Decision.Accept(new Draft { Actor = Actor.System, Records = records }));
        Assert.True(written.IsWritten, written.Reason);
    }

    /// <summary>A State that no other test has, with the ministry of it.</summary>
    public (string State, string Authority) Take()
    {
        lock (_free)
        {
            var code = _free.Pop();
            return (code, $"{code}-001");
        }
    }

    public async Task<(Account Account, HttpClient Client)> FocalPointAsync(string state)
    {
        var account = await this.InviteAsync(ActorRole.FocalPoint, state);
        return (account, await this.SignInAsync(account));
    }

    public AuthorityEntry Entry(string id, Audience audience = Audience.Secretariat) => Current.Value.View(audience).Authority(id)!;

    public ChangeRequest Request(string id) => Current.Value.Register.Request(id)!;

    public async Task AcceptAsync(string id)
    {
        var office = await this.InviteAsync(ActorRole.Secretariat);
        var outcome = await Writer.WriteAsync(snapshot => RequestRules.Accept(snapshot, office, id, Now, fourEyes: false), cancellationToken: Token);
        Assert.True(outcome.IsWritten, outcome.Reason);
    }

    public async Task ReturnAsync(string id, string reason)
    {
        var office = await this.InviteAsync(ActorRole.Secretariat);
        var outcome = await Writer.WriteAsync(snapshot => RequestRules.Return(snapshot, office, id, reason, Now), cancellationToken: Token);
        Assert.True(outcome.IsWritten, outcome.Reason);
    }

    private static Authority Ministry(string code) => new()
    {
        Id = $"{code}-001",
        StateCode = code,
        Name = "Ministry of Justice",
        Source = new(SourceKind.StateForm, AsOf: new(2024, 1, 2), AsOfPrecision: DatePrecision.Day),
        ConfirmedOn = new(2025, 10, 2),
        ConfirmedByRole = ActorRole.FocalPoint,
        Designations = [new() { Id = $"{code}-001-d1", Function = Function.MutualLegalAssistance, Instrument = Instrument.Uncac, Source = new(SourceKind.NoteVerbale, "7/2020") }],
        ContactPoints =
        [
            Some.Contact($"{code}-001{Mail}", ContactKind.Email, "office@justice.example.org", Audience.Public),
            Some.Contact($"{code}-001{Phone}", ContactKind.Phone, "+43 1 2345", Audience.Public) with { Purpose = ContactPurpose.Requests },
            Some.Contact($"{code}-001{ForGovernments}", ContactKind.Phone, "+43 1 7777", Audience.Government),
        ],
    };
}
