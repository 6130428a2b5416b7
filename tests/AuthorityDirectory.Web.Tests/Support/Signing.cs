using System.Net;
using System.Text.RegularExpressions;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>What people do to sign in.</summary>
public static partial class Signing
{
    public const string Page = "/en/sign-in";

    /// <summary>A browser that keeps cookies, has not signed in, and does not follow redirections.</summary>
    public static HttpClient Browser(this DirectoryHost host, CookieContainer? cookies = null) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = host.Address };

    /// <summary>Types an address and asks for a link.</summary>
    public static async Task<HttpResponseMessage> AskForLinkAsync(this HttpClient browser, string address, string? returnPath = null) =>
        await browser.SubmitAsync(returnPath is null ? Page : $"{Page}?return={Uri.EscapeDataString(returnPath)}", [new("address", address)]);

    /// <summary>Asks for a link and takes it from the letter.</summary>
    public static async Task<string> LinkAsync(this SigningHost host, Account account, string? returnPath = null)
    {
        using var browser = host.Browser();
        using var asked = await browser.AskForLinkAsync(account.Email!, returnPath);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var letter = await host.Mailbox.NextAsync();
        Assert.Equal(account.Email, letter.To);
        return LinkIn(letter.Text);
    }

    /// <summary>The path of the link in a letter.</summary>
    public static string LinkIn(string text) => new Uri(Link().Match(text).Value).PathAndQuery;

    /// <summary>Presses the button of the page that a link opens.</summary>
    public static Task<HttpResponseMessage> UseAsync(this HttpClient browser, string link) => browser.SubmitAsync(link);

    /// <summary>Who is signed in, as the account page says; null for nobody.</summary>
    public static async Task<string?> WhoAsync(this HttpClient browser)
    {
        using var response = await browser.GetAsync("/en/account");
        return response.StatusCode == HttpStatusCode.OK ? (await response.DocumentAsync()).QuerySelector(".facts dd")!.Shown() : null;
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
