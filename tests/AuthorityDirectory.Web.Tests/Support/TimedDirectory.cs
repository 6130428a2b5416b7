using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The seeded directory, in which time passes when a test says so.</summary>
public sealed class TimedDirectory(params string[] settings) : DirectoryHost(settings)
{
    public SetClock Clock { get; } = new(Now);

    /// <summary>Letters as they went out; with the setting <c>--Mail:Kind Folder</c>.</summary>
    public Mailbox Mail { get; } = new();

    public CurrentSnapshot Current => Services.GetRequiredService<CurrentSnapshot>();

    public static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public async Task WriteAsync(params DirectoryRecord[] records)
    {
        var outcome = await Services.GetRequiredService<LedgerWriter>().WriteAsync(_ => Decision.Accept(new() { Actor = Actor.System, Records = records }));
        Assert.True(outcome.IsWritten, outcome.Reason);
    }

    /// <summary>Lets days pass; nothing is written.</summary>
    public Task<DirectorySnapshot> MoveToAsync(DateOnly day)
    {
        Clock.Now = new(day, new(12, 0), TimeSpan.Zero);
        return Current.AdvanceAsync(TestContext.Current.CancellationToken);
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).Replace(ServiceDescriptor.Singleton<IMail>(Mail));
    }
}
