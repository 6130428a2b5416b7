using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Pages.Manage;

public sealed class DeskBrowserTests(DeskDirectory host, Chromium chromium)
{
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    [Fact]
    public async Task All_entries_are_confirmed_in_two_clicks_without_scripts()
    {
        var (state, authority) = host.Take();
        await using var window = await OpenAsync(await host.InviteAsync(ActorRole.FocalPoint, state), new() { JavaScriptEnabled = false });
        await GoAsync(window, $"/en/manage/{state}");
        var reader = new Reader(window.Page);

        await reader.FollowsAsync("Confirm all");
        await reader.PressesAsync("Yes, it is still right");

        Assert.Contains("Confirmed by its State", await window.Page.Locator($"#{authority} .fresh").Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(reader.Interactions <= 2, $"{reader.Interactions} clicks");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_telephone_number_is_changed_in_four_clicks_or_less_with_scripts_and_without(bool scripts)
    {
        var (state, authority) = host.Take();
        await using var window = await OpenAsync(await host.InviteAsync(ActorRole.FocalPoint, state), new() { JavaScriptEnabled = scripts });
        await GoAsync(window, $"/en/manage/{state}");
        var reader = new Reader(window.Page);

        await reader.FollowsAsync("Change Ministry of Justice");
        await window.Page.Locator($"[id='{authority}{DeskDirectory.Phone}-Value']").FillAsync("+43 1 8888");
        await reader.PressesAsync("Check the changes");
        await reader.PressesAsync("Submit");

        Assert.Contains("Waiting for the Secretariat", await window.Page.Locator(".lead").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(reader.Interactions <= 4, $"{reader.Interactions} clicks");
        Assert.Equal("+43 1 8888", Assert.Single(host.Current.Value.Register.RequestsOf(state)).Changes[0].Fields[0].After);
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task What_is_typed_is_saved_while_it_is_typed_and_kept_in_the_browser_while_the_directory_does_not_answer()
    {
        var (state, authority) = host.Take();
        await using var window = await OpenAsync(await host.InviteAsync(ActorRole.FocalPoint, state));
        var page = window.Page;
        await GoAsync(window, $"/en/manage/{state}/edit/{authority}");
        var number = page.Locator($"[id='{authority}{DeskDirectory.Phone}-Value']");

        await number.FillAsync("+43 1 5555");
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("Saved as a draft.");
        await page.ReloadAsync();
        await Assertions.Expect(number).ToHaveValueAsync("+43 1 5555");

        await page.Context.SetOfflineAsync(true);
        await number.FillAsync("+43 1 6666");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("kept in this browser");
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Assertions.Expect(number).ToHaveValueAsync("+43 1 5555");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it in" }).ClickAsync();
        await Assertions.Expect(number).ToHaveValueAsync("+43 1 6666");
        await Assertions.Expect(page.Locator("#saved")).ToHaveTextAsync("Saved as a draft.");
    }

    [Fact]
    public async Task Two_people_in_two_browsers_do_not_overwrite_each_other()
    {
        var (state, authority) = host.Take();
        await using var first = await OpenAsync(await host.InviteAsync(ActorRole.FocalPoint, state));
        await using var second = await OpenAsync(await host.InviteAsync(ActorRole.FocalPoint, state));
        var number = $"[id='{authority}{DeskDirectory.Phone}-Value']";
        await GoAsync(first, $"/en/manage/{state}/edit/{authority}");
        await GoAsync(second, $"/en/manage/{state}/edit/{authority}");

        await first.Page.Locator(number).FillAsync("+43 1 1111");
        await new Reader(first.Page).PressesAsync("Check the changes");
        await new Reader(first.Page).PressesAsync("Submit");
        await host.AcceptAsync(host.Current.Value.Register.RequestsOf(state).Single().Id);
        await second.Page.Locator(number).FillAsync("+43 1 2222");
        await new Reader(second.Page).PressesAsync("Check the changes");

        var conflict = second.Page.Locator("[aria-labelledby=h-conflicts]");
        Assert.Contains("+43 1 1111", await conflict.InnerTextAsync(), StringComparison.Ordinal);
        await second.Page.GetByLabel("Take mine: +43 1 2222").CheckAsync();
        await new Reader(second.Page).PressesAsync("Decide");
        await new Reader(second.Page).PressesAsync("Submit");
        Assert.Contains("Waiting for the Secretariat", await second.Page.Locator(".lead").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("+43 1 1111", host.Entry(authority).Phone);
    }

    [Fact]
    public async Task Axe_finds_no_fault_on_any_page_of_the_desk_and_each_fits_a_telephone_and_runs_only_its_own_script()
    {
        var (account, paths) = await DeskOfEverythingAsync();
        await using var window = await OpenAsync(account, new() { BypassCSP = true, ViewportSize = new() { Width = 360, Height = 740 } });
        foreach (var path in paths)
        {
            await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            var response = await window.Page.GotoAsync(new Uri(host.Address, path).ToString());
            Assert.True(response!.Ok, path);
            Assert.EndsWith("script-src 'self'; connect-src 'self'", response.Headers["content-security-policy"], StringComparison.Ordinal);
            await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
            Expect(path, await window.Page.RunAxe(AccessibilityTests.AllRules));
            Assert.Empty(await window.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .unseen') && e.getBoundingClientRect().right > 360.5).map(e => e.outerHTML.slice(0, 90))"));
            await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Expect(path, await window.Page.RunAxe(Colours));
        }
    }

    /// <summary>A desk with a draft that somebody else overtook, a request given back, one accepted, a notice.</summary>
    private async Task<(Account Account, IReadOnlyList<string> Paths)> DeskOfEverythingAsync()
    {
        var (state, authority) = host.Take();
        var (account, client) = await host.FocalPointAsync(state);
        using var own = client;
        var phone = $"{authority}{DeskDirectory.Phone}.Value";
        var overtaken = await client.EditAsync(state, authority, [new(phone, "+43 1 2222")]);
        var returned = await SubmitAsync(client, await client.EditAsync(state, authority, [new($"{authority}.Acronym", "MOJ")]));
        await host.ReturnAsync(returned.Split('/')[^1], "Is it MOJ or MJ?");
        await host.AcceptAsync((await SubmitAsync(client, await client.EditAsync(state, authority, [new(phone, "+43 1 1111")]))).Split('/')[^1]);
        await host.AcceptAsync((await SubmitAsync(client, await client.EditAsync(state, "notice", [new("new1.Text", "Use post."), new("new1.From", "2026-11-02"), new("new1.Until", "2026-12-02")]))).Split('/')[^1]);
        var desk = $"/en/manage/{state}";
        return (account, [desk, $"{desk}?as=public", $"{desk}/confirm", $"{desk}/edit/{authority}", $"{desk}/edit/{state}", $"{desk}/edit/authority", $"{desk}/edit/notice", overtaken, returned, $"{desk}/history"]);
    }

    private static async Task<string> SubmitAsync(HttpClient client, string preview) => (await client.SubmitAsync(preview)).Headers.Location!.ToString();

    private async Task<Window> OpenAsync(Account account, BrowserNewContextOptions? options = null)
    {
        var window = await chromium.OpenAsync(options);
        var session = await host.SessionAsync(account);
        await window.Page.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Domain = session.Domain, Path = session.Path }]);
        return window;
    }

    private async Task GoAsync(Window window, string path) => await window.Page.GotoAsync(new Uri(host.Address, path).ToString());

    private static void Expect(string path, AxeResult result) =>
        Assert.All(result.Violations, fault => Assert.Fail($"{path}: {fault.Id}: {fault.Help}{string.Concat(fault.Nodes.Select(node => $"\n  {node.Html}"))}"));
}
