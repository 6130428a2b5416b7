using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Mail;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>A mail server from npm, in a process of its own on the loopback; it refuses letters to <c>nobody@</c> for good, and to <c>full@</c> for now.</summary>
public sealed class SmtpServer : IDisposable
{
    private static readonly Lazy<string> Folder = new(() => NpmFolder.Install(Repository.File("tests", "AuthorityDirectory.Web.Tests", "Mail", "smtp"), "smtp-server"));

    private readonly Process _process;

    private SmtpServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Where letters are sent to reach it, without encryption.</summary>
    public SmtpOptions Open => new("127.0.0.1", Port, StartTls: false, null, null);

    /// <param name="port">The port; 0 for any.</param>
    /// <param name="settings">What it offers and asks for, see <c>server.mjs</c>.</param>
    public static async Task<SmtpServer> StartAsync(int port = 0, object? settings = null)
    {
        string[] arguments = ["server.mjs", port.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(settings ?? new { })];
        var process = NpmFolder.Start(RequiredTool.Node, arguments, Folder.Value);
        var said = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new(process, int.Parse(said ?? await process.StandardError.ReadToEndAsync(), CultureInfo.InvariantCulture));
    }

    /// <summary>The next letter, however long it takes.</summary>
    public async Task<ReceivedLetter> NextAsync() => Read(await LineAsync());

    /// <summary>What it was given since somebody last asked.</summary>
    public async Task<IReadOnlyList<ReceivedLetter>> ReceivedAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        List<ReceivedLetter> letters = [];
        while (await LineAsync() is { Length: > 0 } line)
        {
            letters.Add(Read(line));
        }

        return letters;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException("The mail server ended.");

    private static ReceivedLetter Read(string line) => JsonSerializer.Deserialize<ReceivedLetter>(line, JsonSerializerOptions.Web)!;
}

/// <summary>A letter as it arrived.</summary>
/// <param name="From">From whom, on the envelope.</param>
/// <param name="To">To whom, on the envelope.</param>
/// <param name="Headers">Its headers, one each, as they came.</param>
/// <param name="HeaderTo">To whom, inside.</param>
/// <param name="Subject">The subject, decoded.</param>
/// <param name="Text">The text, decoded.</param>
/// <param name="Html">What it has of HTML; null for nothing.</param>
/// <param name="Id">Its Message-ID.</param>
/// <param name="Language">Its Content-Language.</param>
/// <param name="Secure">Whether the connection was encrypted.</param>
/// <param name="User">Who signed in; null for nobody.</param>
public sealed record ReceivedLetter(
    string From, IReadOnlyList<string> To, IReadOnlyList<string> Headers, string HeaderTo, string Subject, string Text, string? Html, string Id, string? Language, bool Secure, string? User);
