using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthorityDirectory.Web.Tests.Mail;

/// <summary>Mail of the running directory.</summary>
public sealed class RunningMailTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directory-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_letter_goes_out_when_it_is_given_and_waits_for_no_clock()
    {
        using var server = await SmtpServer.StartAsync();
        await using var host = new Timeless("--Mail:Kind", "Smtp", "--Mail:From", Post.From, "--Mail:Smtp:Host", "127.0.0.1", "--Mail:Smtp:Port", $"{server.Port}", "--Mail:Smtp:StartTls", "false");
        await host.InitializeAsync();

        await host.Services.GetRequiredService<Outbox>().EnqueueAsync("link", Post.Letter(), Cancellation);

        Assert.Equal("Your link", (await server.NextAsync()).Subject);
    }

    [Fact]
    public async Task A_letter_that_lay_there_at_the_start_goes_out_encrypted_to_a_server_that_asks_who_sends()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a program is told by its environment whom to trust.");
        var (key, certificate) = OwnCertificate.Make();
        using var server = await SmtpServer.StartAsync(settings: new { key, cert = certificate, user = "directory", password = "secret" });
        var trusted = Path.Combine(_folder.FullName, "trusted.pem");
        await File.WriteAllTextAsync(trusted, certificate, Cancellation);
        using (var store = new FolderWorkStore(Path.Combine(_folder.FullName, "work"), TimeProvider.System))
        {
            await new Outbox(store, new(MailKind.Smtp, Post.From, null), TimeProvider.System).EnqueueAsync("link", Post.Letter(), Cancellation);
        }

        using var process = new DirectoryProcess(
            new Dictionary<string, string> { ["SSL_CERT_FILE"] = trusted },
            "--urls", "http://127.0.0.1:0", "--Storage:Folder", _folder.FullName, "--contentRoot", Repository.File("src", "AuthorityDirectory.Web"), "--Mail:Kind", "Smtp", "--Mail:From", Post.From,
            "--Mail:Smtp:Host", "localhost", "--Mail:Smtp:Port", $"{server.Port}", "--Mail:Smtp:User", "directory", "--Mail:Smtp:Password", "secret");
        await process.SaysAsync("Letter link was sent at attempt 1", Cancellation);

        var letter = await server.NextAsync();
        Assert.Equal((true, "directory"), (letter.Secure, letter.User));
    }

    /// <summary>A directory in which nothing happens because time passes.</summary>
    private sealed class Timeless(params string[] settings) : DirectoryHost(settings)
    {
        protected override void Configure(WebApplicationBuilder builder)
        {
            base.Configure(builder);
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new NoTimers()));
        }
    }

    private sealed class NoTimers : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DirectoryHost.Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
