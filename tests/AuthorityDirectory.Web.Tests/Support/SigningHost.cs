using System.Threading.Channels;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Mail;
using AuthorityDirectory.Web.Upkeep;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The directory with a clock that can be set and a mailbox into which every letter falls, but for reminders, which have a host of their own.</summary>
public sealed class SigningHost(params string[] settings) : DirectoryHost(["--Mail:Kind", "Folder", .. settings])
{
    public SetClock Clock { get; } = new(Now);

    public Mailbox Mailbox { get; } = new();

    public KeptLines Log { get; } = new();

    public static async Task<SigningHost> StartAsync(params string[] settings)
    {
        var host = new SigningHost(settings);
        await host.InitializeAsync();
        return host;
    }

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Logging.AddProvider(Log);
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(ReminderPost)));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).Replace(ServiceDescriptor.Singleton<IMail>(Mailbox));
    }
}

/// <summary>Letters as they were handed over to be sent.</summary>
public sealed class Mailbox : IMail
{
    private readonly Channel<Letter> _letters = Channel.CreateUnbounded<Letter>();

    public Task SendAsync(string id, Letter letter, CancellationToken cancellationToken) => _letters.Writer.WriteAsync(letter, cancellationToken).AsTask();

    /// <summary>The next letter; one that does not come within half a minute never does.</summary>
    public Task<Letter> NextAsync() => _letters.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    /// <summary>What has come since somebody last asked.</summary>
    public IReadOnlyList<Letter> Rest()
    {
        List<Letter> letters = [];
        while (_letters.Reader.TryRead(out var letter))
        {
            letters.Add(letter);
        }

        return letters;
    }
}
