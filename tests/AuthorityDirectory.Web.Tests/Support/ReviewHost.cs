using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The seeded directory with people of every role, for the Secretariat's desk. Tests share it, so each has a State of its own.</summary>
public sealed class ReviewHost : IAsyncLifetime
{
    private static int _count;

    public SigningHost Host { get; } = new();

    public Account Secretary { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public DirectorySnapshot Snapshot => Host.Services.GetRequiredService<CurrentSnapshot>().Value;

    public static Source Note { get; } = new(SourceKind.NoteVerbale, "No. 14/2026", AsOf: new(2026, 10, 20), AsOfPrecision: DatePrecision.Day);

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Secretary = await Host.InviteAsync(ActorRole.Secretariat);
        Client = await Host.SignInAsync(Secretary);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }

    public DirectoryView View => Snapshot.View(Audience.Secretariat);

    /// <summary>A request to change where an authority sits, submitted on a day.</summary>
    public async Task<ChangeRequest> SubmitAsync(string authority, string city, Account? by = null, DateTimeOffset? at = null, Func<ChangeRequest, ChangeRequest>? also = null)
    {
        var state = authority[..2];
        var change = Line.Find(View.State(state)!, authority)!.Change([new("City", city)])!;
        var request = new ChangeRequest { Id = $"request-{Interlocked.Increment(ref _count):0000}", StateCode = state, Changes = [change], Source = Note };
        request = also?.Invoke(request) ?? request;
        var actor = by ?? await Host.InviteAsync(ActorRole.FocalPoint, state);
        await WriteAsync(snapshot => RequestRules.Submit(snapshot, actor, request, at ?? DirectoryHost.Now));
        return request;
    }

    public async Task WriteAsync(Func<DirectorySnapshot, Decision> decide)
    {
        var outcome = await Host.Services.GetRequiredService<LedgerWriter>().WriteAsync(decide);
        Assert.True(outcome.IsWritten, outcome.Reason);
    }

    public async Task<Attachment> PaperAsync()
    {
        using var bytes = new MemoryStream("%PDF-1.7 a note"u8.ToArray());
        var (kept, _) = await Host.Services.GetRequiredService<Attachments>().KeepAsync(bytes, "Note 14.pdf", TestContext.Current.CancellationToken);
        return kept!;
    }
}

/// <summary>Tests of the Secretariat's desk, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ReviewCollection : ICollectionFixture<ReviewHost>
{
    public const string Name = "review";
}
