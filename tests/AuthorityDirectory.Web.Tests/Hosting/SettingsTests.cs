using AuthorityDirectory.Storage;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.Options;

namespace AuthorityDirectory.Web.Tests.Hosting;

/// <summary>A wrong setting keeps the directory from starting, with a sentence that names it, its value and what is allowed.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("Storage:Kind", "Sqlite", "Storage:Kind is \"Sqlite\". Allowed: Journal, Cosmos.")]
    [InlineData("Site:PublicUrl", "directory.example.org", "Site:PublicUrl is \"directory.example.org\". Allowed: nothing, or an address without a path such as https://directory.example.org.")]
    [InlineData("Site:PublicUrl", "https://", "Site:PublicUrl is \"https://\". Allowed: nothing, or an address without a path such as https://directory.example.org.")]
    [InlineData("Site:PublicUrl", "https://example.org/directory", "Site:PublicUrl is \"https://example.org/directory\". Allowed: nothing, or an address without a path such as https://directory.example.org.")]
    [InlineData("Site:PublicUrl", "ftp://example.org", "Site:PublicUrl is \"ftp://example.org\". Allowed: nothing, or an address without a path such as https://directory.example.org.")]
    [InlineData("Site:TrustedProxies:0", "the proxy", "Site:TrustedProxies holds \"the proxy\". Allowed: addresses such as 10.0.0.4 and networks such as 10.0.0.0/8.")]
    [InlineData("Limits:RequestsPerMinute", "many", "Limits:RequestsPerMinute is \"many\". Allowed: 0 for no limit, or a number up to 1000000.")]
    [InlineData("Limits:RequestsPerMinute", "-1", "Limits:RequestsPerMinute is \"-1\". Allowed: 0 for no limit, or a number up to 1000000.")]
    public async Task A_wrong_setting_is_refused_at_start_by_name_with_what_is_allowed(string setting, string value, string sentence)
    {
        var refusal = await Record.ExceptionAsync(() => DirectoryApplication.CreateAsync([$"--{setting}={value}"]));

        Assert.Equal(sentence, refusal?.Message);
        Assert.True(refusal is StorageRefusedException or OptionsValidationException or StartRefusedException, $"{refusal?.GetType()} would be shown with a stack trace");
    }

    [Theory]
    [InlineData("Site:PublicUrl", "")]
    [InlineData("Site:PublicUrl", "http://localhost:8080/")]
    [InlineData("Limits:RequestsPerMinute", " ")]
    [InlineData("Storage:Kind", "journal")]
    public async Task What_is_allowed_starts(string setting, string value)
    {
        await using var host = new DirectoryHost($"--{setting}={value}");

        await host.InitializeAsync();

        Assert.NotNull(host.Address);
    }
}
