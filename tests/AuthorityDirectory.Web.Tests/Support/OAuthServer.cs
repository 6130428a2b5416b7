using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>A real OAuth 2.0 server from npm, in a process of its own on the loopback: an institution's provider.</summary>
public sealed class OAuthServer : IDisposable
{
    private static readonly Lazy<string> Folder = new(() => NpmFolder.Install(Repository.File("tests", "AuthorityDirectory.Web.Tests", "Accounts", "Providers", "oauth"), "oauth2-mock-server"));

    private readonly Process _process;

    private OAuthServer(Process process, int port) => (_process, Address) = (process, $"http://127.0.0.1:{port}");

    public string Address { get; }

    /// <summary>The settings of a directory that trusts it.</summary>
    public string[] Settings =>
    [
        "--Accounts:Providers:0:Name", "Ministry of Justice", "--Accounts:Providers:0:AuthorizationEndpoint", $"{Address}/authorize", "--Accounts:Providers:0:TokenEndpoint", $"{Address}/token",
        "--Accounts:Providers:0:UserInformationEndpoint", $"{Address}/userinfo", "--Accounts:Providers:0:ClientId", "directory", "--Accounts:Providers:0:ClientSecret", "a secret",
    ];

    public static async Task<OAuthServer> StartAsync()
    {
        var process = NpmFolder.Start(RequiredTool.Node, ["server.mjs"], Folder.Value);
        var said = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new(process, int.Parse(said ?? await process.StandardError.ReadToEndAsync(), CultureInfo.InvariantCulture));
    }

    /// <summary>Says how it goes on, see <c>server.mjs</c>, and hears what it was asked since somebody last did.</summary>
    public async Task<JsonElement> TellAsync(object state)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(state));
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse((await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!).RootElement;
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
