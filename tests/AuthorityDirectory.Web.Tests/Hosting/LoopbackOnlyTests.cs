using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>Development stays on the machine: letters with links in them are shown there.</summary>
public sealed class LoopbackOnlyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directory-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0", "http://0.0.0.0:0")]
    [InlineData("--urls", "http://*:18080", "http://[::]:18080")]
    [InlineData("--urls", "http://[::]:0", "http://[::]:0")]
    [InlineData("--urls", "http://directory.example.org:18080", "http://[::]:18080")]
    [InlineData("--urls", "http://127.0.0.1:0;http://0.0.0.0:0", "http://0.0.0.0:0")]
    [InlineData("--Kestrel:Endpoints:Open:Url", "http://0.0.0.0:0", "http://0.0.0.0:0")]
    public async Task In_Development_an_address_that_others_reach_is_refused(string setting, string value, string named)
    {
        using var process = Start("Development", setting, value);

        var end = await Assert.ThrowsAsync<InvalidOperationException>(() => process.SaysAsync("Now listening", Cancellation));

        Assert.EndsWith(
            $": In Development the directory listens on this machine only, and {named} is open to others: set Urls to an address such as http://localhost:5080, or start with --environment Production.",
            end.Message.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(1, (await process.EndsAsync(Cancellation)).Code);
    }

    [Theory]
    [InlineData("Development", "http://127.0.0.1:0")]
    [InlineData("Development", "http://127.0.0.2:0")]
    [InlineData("Development", "http://[::1]:0")]
    [InlineData("Production", "http://0.0.0.0:0")]
    public async Task What_others_cannot_reach_is_allowed_and_elsewhere_what_they_can(string environment, string address)
    {
        using var process = Start(environment, "--urls", address);

        Assert.Contains("Now listening on", await process.SaysAsync("Now listening on", Cancellation), StringComparison.Ordinal);
    }

    private DirectoryProcess Start(string environment, params string[] settings) =>
        new(["--environment", environment, "--Storage:Folder", _folder.FullName, "--contentRoot", Repository.File("src", "AuthorityDirectory.Web"), .. settings]);
}
