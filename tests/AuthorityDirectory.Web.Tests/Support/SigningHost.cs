using System.Threading.Channels;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The directory with a clock that can be set and a mailbox into which every letter falls.</summary>
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
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)).Replace(ServiceDescriptor.Singleton<IMail>(Mailbox));
    }
}

/// <summary>Letters as they were handed over to be sent.</summary>
public sealed class Mailbox : IMail
{
    private readonly Channel<Letter> _letters = Channel.CreateUnbounded<Letter>();

    public Task SendAsync(string id, Letter letter, CancellationToken cancellationToken) => _letters.Writer.WriteAsync(letter, cancellationToken).AsTask();

    /// <summary>The next letter, however long it takes.</summary>
    public async Task<Letter> NextAsync() => await _letters.Reader.ReadAsync(TestContext.Current.CancellationToken);

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
