using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>What keeps the program from starting is said in one sentence with the remedy, and the exit code is 1.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directory-start-");
    private readonly TcpListener _taken = new(IPAddress.Loopback, 0);

    public static TheoryData<string, string> Refusals => new()
    {
        { "--Urls=nonsense", "cannot listen at 'nonsense'" },
        { "--Storage:Kind=Sql", "Allowed: Journal, Cosmos" },
        { "--Site:PublicUrl=ftp://example.org", "Site:PublicUrl" },
        { "--Site:TrustedProxies:0=example.org", "Site:TrustedProxies" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public Task A_wrong_setting_is_named(string setting, string sentence) => RefusesAsync(setting, sentence);

    [Fact]
    public Task An_address_in_use_is_named()
    {
        _taken.Start();
        return RefusesAsync($"--Urls=http://127.0.0.1:{((IPEndPoint)_taken.LocalEndpoint).Port}", "address already in use");
    }

    public void Dispose()
    {
        _taken.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task RefusesAsync(string setting, string sentence)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "AuthorityDirectory.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, $"--Storage:Folder={_folder.FullName}", setting]) { RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains(sentence, await error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await error + await output, StringComparison.Ordinal);
    }
}
