using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Accounts.Tokens;
using AuthorityDirectory.Web.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Pages.OwnAccount;

/// <summary>Signing in and looking after one's account in a real browser.</summary>
public sealed class AccountBrowserTests(Chromium chromium) : IAsyncLifetime
{
    private readonly SigningHost _host = new("--environment", "Development");

    public static TheoryData<string, string?> Pages => new()
    {
        { "/en/account", null }, { "/en/account/tokens", null }, { "/en/account/tokens", "Make the token" }, { "/en/account/address", "Send the link" }, { "/en/account/hand-over", null }, { "/en/account/hand-over", "Check" },
        { "/en/account/login", null }, { "/en/sign-in", null },
    };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_of_the_account_has_no_fault_and_fits_a_telephone(string path, string? button)
    {
        var account = await _host.InviteAsync(ActorRole.FocalPoint, "FR");
        await _host.SessionAsync(account);
        await _host.Services.GetRequiredService<AccessTokens>().MakeAsync(account.Id, Secret.NewId(), "Case management", TokenScope.Write, 90, TestContext.Current.CancellationToken);
        await using var window = await chromium.OpenAsync(new() { BypassCSP = true, ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 360, Height = 740 } });
        await SignInAsync(window.Page, account);
        await window.Page.GotoAsync(At(path));
        if (button is not null)
        {
            await window.Page.Locator("#name, #address").First.FillAsync(path.EndsWith("address", StringComparison.Ordinal) ? "new@example.org" : "A name");
            await window.Page.Locator("#address").Or(window.Page.Locator("#name")).Last.FillAsync(path.EndsWith("tokens", StringComparison.Ordinal) ? "A name" : "new@example.org");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        }

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .unseen') && e.getBoundingClientRect().right > 360.5).map(e => e.outerHTML.slice(0, 90))"));
        AccessibilityTests.Expect(await window.Page.RunAxe(AccessibilityTests.AllRules));
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        AccessibilityTests.Expect(await window.Page.RunAxe(AccessibilityTests.Colours));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            var name = $"{folder}/{path.Replace('/', '_')}{(button is null ? "" : "-done")}";
            await window.Page.ScreenshotAsync(new() { Path = $"{name}-360-dark.png", FullPage = true });
            await window.Page.SetViewportSizeAsync(1280, 800);
            await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await window.Page.ScreenshotAsync(new() { Path = $"{name}-1280.png", FullPage = true });
        }
    }

    [Fact]
    public async Task An_account_is_handed_over_in_three_clicks()
    {
        await using var window = await chromium.OpenAsync();
        await SignInAsync(window.Page, await _host.InviteAsync(ActorRole.FocalPoint, "FR"));
        await window.Page.GotoAsync(At("/en/account"));

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Hand over", Exact = true }).ClickAsync();
        await window.Page.GetByLabel("E-mail address of your successor").FillAsync("successor@example.org");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Hand over now" }).ClickAsync();

        Assert.Contains("handed over", await window.Page.Locator("main .alert").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("successor@example.org", (await _host.Mailbox.NextAsync()).To);
    }

    [Fact]
    public async Task A_newcomer_signs_in_with_the_letter_that_Development_shows()
    {
        await using var host = new DirectoryHost("--environment", "Development");
        await host.InitializeAsync();
        await using var window = await chromium.OpenAsync();
        var page = window.Page;
        await page.GotoAsync(new Uri(host.Address, "/en/").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByLabel("Your e-mail address").FillAsync("administrator@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a link" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "/dev/outbox" }).ClickAsync();
        var letter = page.Locator("article a");
        while (await letter.CountAsync() == 0)
        {
            await page.ReloadAsync();
        }

        await letter.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        Assert.Equal("My account", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("administrator@example.org", await page.Locator("main .facts").InnerTextAsync(), StringComparison.Ordinal);
    }

    private string At(string path) => new Uri(_host.Address, path).ToString();

    private async Task SignInAsync(IPage page, Account account)
    {
        var cookie = await _host.SessionAsync(account);
        await page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = "/" }]);
    }
}
