using System.Net;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Accounts.Tokens;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthorityDirectory.Web.Tests.Audit;

/// <summary>What cannot be noted is not shown.</summary>
public sealed class WithheldTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_it_cannot_be_noted_a_profile_shows_what_everybody_sees_and_says_so_and_the_rest_waits()
    {
        await using var host = new FullDisk();
        await host.InitializeAsync();
        await host.Services.GetRequiredService<LedgerWriter>().WriteAsync(_ => Decision.Accept(new() { Actor = Actor.System, Records = [Some.Authority("PL-001")] }), cancellationToken: Token);
        var account = await host.InviteAsync(ActorRole.Secretariat);
        using var client = await host.SignInAsync(account);
        using var system = new HttpClient { BaseAddress = host.Address, DefaultRequestHeaders = { { "Authorization", $"Bearer {await BearerTests.MakeAsync(host, account)}" } } };
        await system.GetStringAsync("/odata/Directory", Token);
        host.Store!.TakesNothing = true;

        var page = await client.GetStringAsync("/en/authorities/PL-001", Token);
        Assert.Contains("This page shows what everybody sees. Who sees more is noted first", page, StringComparison.Ordinal);
        Assert.Contains("public@example.org", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.GovernmentContact, page, StringComparison.Ordinal);
        using var data = await system.GetAsync("/odata/ContactPoints", Token);
        Assert.Equal(("10", HttpStatusCode.ServiceUnavailable), (data.Headers.RetryAfter!.ToString(), data.StatusCode));
        using var audit = await client.GetAsync("/en/review/audit", Token);
        Assert.Equal(("10", HttpStatusCode.ServiceUnavailable), (audit.Headers.RetryAfter!.ToString(), audit.StatusCode));

        host.Store.TakesNothing = false;
        Assert.Contains(Some.GovernmentContact, await client.GetStringAsync("/en/authorities/PL-001", Token), StringComparison.Ordinal);
    }

    /// <summary>A directory whose work store can be read and not written.</summary>
    private sealed class FullDisk : DirectoryHost
    {
        private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("work-");

        public FailingWorkStore? Store { get; private set; }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _work.Delete(recursive: true);
        }

        protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            Store = new(new FolderWorkStore(_work.FullName, new SetClock(Now)));
            builder.Services.Replace(ServiceDescriptor.Singleton<IWorkStore>(Store));
        }
    }
}
