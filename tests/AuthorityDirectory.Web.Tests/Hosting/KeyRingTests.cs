using System.Security.Cryptography;
using System.Text;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Hosting;

public sealed class KeyRingTests : IDisposable
{
    private const string Secret = "twelve or more, at random";

    private readonly string _folder = Directory.CreateTempSubdirectory("key-ring").FullName;

    [Fact]
    public void What_one_instance_protects_another_on_the_same_store_reads()
    {
        var protectedText = Protector(Secret).Protect("a link");

        Assert.Equal("a link", Protector(Secret).Unprotect(protectedText));
    }

    [Fact]
    public void Who_reads_the_store_without_the_secret_reads_nothing()
    {
        var protectedText = Protector(Secret).Protect("a link");

        Assert.Throws<CryptographicException>(() => Protector("another, also at random").Unprotect(protectedText));
        Assert.Throws<CryptographicException>(() => Protector(null).Unprotect(protectedText));
    }

    [Fact]
    public async Task The_store_holds_no_key_in_the_clear()
    {
        Protector(Secret).Protect("a link");

        var item = Assert.Single(await Store().ListAsync("key-ring/", TestContext.Current.CancellationToken));
        Assert.Contains("sealedKey", Encoding.UTF8.GetString(item.Content.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", Encoding.UTF8.GetString(item.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_protects_nothing_is_refused() => Assert.Equal(
        "DataProtection:Secret has 5 characters: give at least 12, at random.",
        Assert.Throws<StartRefusedException>(() => Protector("short")).Message);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private FolderWorkStore Store() => new(_folder, TimeProvider.System);

    private IDataProtector Protector(string? secret)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(KeyRing.Secret, secret)]).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IWorkStore>(Store()).AddKeyRing(configuration)
            .BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }
}
