using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Accounts;

/// <summary>Somebody has to invite the others.</summary>
public sealed class FirstAdministratorTests
{
    private const string Setting = "--Accounts:FirstAdministrator";

    [Fact]
    public async Task Whom_the_configuration_names_signs_in_with_a_link()
    {
        await using var host = await SigningHost.StartAsync(Setting, "first@example.org");
        var account = Assert.Single(Administrators(host));
        using var browser = host.Browser();

        using var used = await browser.UseAsync(await host.LinkAsync(account));

        Assert.Equal("/en/account", used.Headers.Location!.ToString());
        Assert.Equal(ActorRole.Administrator, account.Role);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_the_setting_there_is_nobody(string setting)
    {
        await using var host = await SigningHost.StartAsync(Setting, setting);

        Assert.Empty(Administrators(host));
    }

    [Fact]
    public async Task A_setting_that_is_no_address_keeps_the_directory_from_starting()
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => SigningHost.StartAsync(Setting, "first@example.org, second@example.org"));

        Assert.StartsWith("Accounts:FirstAdministrator is", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_instances_that_start_at_once_on_one_store_invite_one_and_later_ones_nobody()
    {
        await using var store = new SharedStore();
        await store.InitializeAsync();
        var instances = await Task.WhenAll(new[] { "first", "second", "third" }.Select(name => store.StartAsync(name, administrator: "first@example.org")));
        await using var later = await store.StartAsync("later", administrator: "other@example.org");

        Assert.Equal("first@example.org", Assert.Single(Administrators(later)).Email);
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    private static IEnumerable<Account> Administrators(DirectoryHost host) =>
        host.Services.GetRequiredService<CurrentSnapshot>().Value.Register.Accounts.Where(account => account.Role == ActorRole.Administrator);
}
