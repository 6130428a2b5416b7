using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>The program from its first word to its last.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directory-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Told_to_end_it_ends_without_a_complaint_and_leaves_the_journal_to_the_next()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        using var first = Start();
        var (_, address) = await first.ListensAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = address };
        Assert.Equal("198", await client.GetStringAsync("odata/States/$count", Cancellation));

        first.Terminate();
        var end = await first.EndsAsync(Cancellation);
        using var second = Start();
        await second.ListensAsync(Cancellation);

        Assert.Equal((0, ""), (end.Code, end.Complaints));
    }

    [Fact]
    public async Task Told_to_end_it_still_answers_what_it_was_asked()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        using var process = Start();
        var (_, address) = await process.ListensAsync(Cancellation);
        using var client = new TcpClient(address.Host, address.Port);
        using var talk = client.GetStream();
        using var hears = new StreamReader(talk, Encoding.UTF8);

        await talk.WriteAsync("POST /odata/States/$query HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 6\r\nExpect: 100-continue\r\n\r\n"u8.ToArray(), Cancellation);
        Assert.Equal("HTTP/1.1 100 Continue", await hears.ReadLineAsync(Cancellation));
        process.Terminate();
        await process.SaysAsync("Application is shutting down", Cancellation);
        await talk.WriteAsync("$top=1"u8.ToArray(), Cancellation);
        var answer = await hears.ReadToEndAsync(Cancellation);

        Assert.StartsWith("HTTP/1.1 200 OK", answer.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("\"Code\":\"AD\"", answer, StringComparison.Ordinal);
        Assert.Equal(0, (await process.EndsAsync(Cancellation)).Code);
    }

    [Fact]
    public async Task A_log_line_is_JSON_with_the_number_of_its_event_when_that_is_asked_for()
    {
        using var process = Start("--Logging:Console:FormatterName", "json");
        var (said, _) = await process.ListensAsync(Cancellation);
        var ours = said.Split('\n').Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.GetProperty("Category").GetString()!.StartsWith("AuthorityDirectory.Web", StringComparison.Ordinal)).ToList();

        Assert.Equal([1003, 1001], ours.Select(line => line.GetProperty("EventId").GetInt32()));
        Assert.Equal(271, ours[1].GetProperty("State").GetProperty("Authorities").GetInt32());
    }

    [Fact]
    public async Task A_refusal_to_start_is_one_sentence_and_not_zero()
    {
        using var process = Start("--Storage:Kind", "Sqlite");

        var (_, complaints, code) = await process.EndsAsync(Cancellation);

        Assert.Equal(("Storage:Kind is \"Sqlite\". Allowed: Journal, Cosmos.", 1), (complaints.Trim(), code));
    }

    private DirectoryProcess Start(params string[] settings) => new(["--urls", "http://127.0.0.1:0", "--Storage:Folder", _folder.FullName, "--contentRoot", Repository.File("src", "AuthorityDirectory.Web"), .. settings]);
}
