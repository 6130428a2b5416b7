using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The outbox of one instance and its sender, which sends when it is told to.</summary>
public sealed class Post : IDisposable
{
    public const string From = "directory@example.org";

    private readonly OutboxSender _sender;
    private readonly ILoggerFactory _logging;

    public Post(IWorkStore store, IMail mail, TimeProvider time, DirectoryHost host)
    {
        _logging = LoggerFactory.Create(logging => logging.AddProvider(Log));
        Outbox = new(store, new(MailKind.Smtp, From, null), time);
        _sender = new(
            Outbox, new(store, time, _logging.CreateLogger<OutboxStore>()), mail, host.Services.GetRequiredService<TelemetryMeter>(), time, _logging.CreateLogger<OutboxSender>());
    }

    public Outbox Outbox { get; }

    public KeptLines Log { get; } = new();

    public static Letter Letter(string to = "focal.point@example.org", string text = "Follow https://directory.example.org/link/secret\nwithin 15 minutes.") =>
        new(to, "Your link", text, "en");

    public Task SendAsync() => _sender.SendDueAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _sender.Dispose();
        _logging.Dispose();
    }
}
