using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Xlsx;
using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Spreadsheets;
using AuthorityDirectory.Web.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Spreadsheets;

/// <summary>What people at a desk do with a spreadsheet, in a real browser without scripts.</summary>
public sealed class SpreadsheetBrowserTests(SpreadsheetDirectory host, Chromium chromium) : IClassFixture<SpreadsheetDirectory>
{
    private const string Page = "/en/manage/PL/spreadsheet";

    private static readonly AxeRunOptions AllRules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Fact]
    public async Task Download_send_back_and_submit_are_three_clicks()
    {
        await using var window = await OpenAsync(await host.InviteAsync(ActorRole.FocalPoint, "PL"), new() { JavaScriptEnabled = false });
        await window.Page.GotoAsync(Address("/en/manage/PL"));

        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByText("Download as a workbook").ClickAsync());
        var table = (await XlsxTableReader.ReadAsync(await download.CreateReadStreamAsync(), null, TestContext.Current.CancellationToken)).Table!;
        var changed = await table.Type(LineKind.State, "PL", "MissionCity", "New York").FileAsync();
        await window.Page.SetInputFilesAsync("#file", new FilePayload { Name = download.SuggestedFilename, MimeType = "application/octet-stream", Buffer = changed });
        await window.Page.GetByText("Check the file").ClickAsync();
        await window.Page.GetByText("Submit to the Secretariat").ClickAsync();

        Assert.Equal("PL-2026-11-02.xlsx", download.SuggestedFilename);
        Assert.Contains("/en/manage/PL/requests/r-", window.Page.Url, StringComparison.Ordinal);
        Assert.Contains("New York", await window.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axe_finds_no_fault_and_every_page_fits_a_telephone()
    {
        var secretariat = await host.InviteAsync(ActorRole.Secretariat);
        using var client = await host.SignInAsync(secretariat);
        string[] pages = [Page, await WithChangesAsync(client), await WithFaultsAsync(client), $"{Page}/{await GoingAsync(secretariat)}", "/en/review/import", .. await ImportAsync(client)];
        await using var window = await OpenAsync(secretariat, new() { BypassCSP = true, ViewportSize = new() { Width = 360, Height = 740 } });

        foreach (var page in pages)
        {
            await window.Page.GotoAsync(Address(page));
            Expect(page, await window.Page.RunAxe(AllRules));
            await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Expect(page, await window.Page.RunAxe(new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } }));
            await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            Assert.Empty(await window.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .unseen') && e.getBoundingClientRect().right > 360.5).map(e => e.outerHTML.slice(0, 90))"));
        }
    }

    private static async Task<string> WithChangesAsync(HttpClient client) => await client.CheckAsync(Page, (await client.DownloadAsync(Page))
        .Type(LineKind.Authority, "PL-001", "NativeName", "Ministerstwo Sprawiedliwości").Type(LineKind.Authority, "PL-001", "NativeNameLanguage", "pl")
        .Type(LineKind.Designation, "PL-001-d1", "Requirements", "Facts, law,\nand what is asked for.").Add(LineKind.ContactPoint, ("AuthorityId", "PL-001"), ("Kind", "E-mail"), ("Value", "office@example.org")));

    private static async Task<string> WithFaultsAsync(HttpClient client) => await client.CheckAsync(Page, (await client.DownloadAsync(Page))
        .Type(LineKind.Authority, "PL-001", "Kind", "Castle").Type(LineKind.Designation, "PL-001-d1", "ValidFrom", "1 January").Add(LineKind.ContactPoint, ("AuthorityId", "PL-999"), ("Value", "nobody")));

    private static async Task<string[]> ImportAsync(HttpClient client)
    {
        var check = await client.CheckAsync("/en/review/import", (await client.DownloadAsync("/en/review/import")).Type(LineKind.State, "FR", "MissionCity", "New York").Type(LineKind.Authority, "AT-001", "Acronym", "A"));
        return [check, $"{check}?of=AT"];
    }

    /// <summary>A check in the middle of its work, which nobody does.</summary>
    private async Task<string> GoingAsync(Account account)
    {
        var check = new SheetCheck { Id = "r-00000000000000aa", AccountId = account.Id, StateCode = "PL", FileName = "big.xlsx", Stage = SheetStage.Comparing, Rows = 1200, Of = 5000 };
        await host.Services.GetRequiredService<SheetChecks>().WriteAsync(check, null, TestContext.Current.CancellationToken);
        return check.Id;
    }

    private async Task<Window> OpenAsync(Account account, BrowserNewContextOptions options)
    {
        var window = await chromium.OpenAsync(options);
        var session = await host.SessionAsync(account);
        await window.Page.Context.AddCookiesAsync([new() { Name = session.Name, Value = session.Value, Url = host.Address.ToString() }]);
        return window;
    }

    private string Address(string path) => new Uri(host.Address, path).ToString();

    private static void Expect(string page, AxeResult result)
    {
        Assert.NotEmpty(result.Passes);
        Assert.All(result.Violations, fault => Assert.Fail($"{page} {fault.Id}: {fault.Help}{string.Concat(fault.Nodes.Select(node => $"\n  {node.Html}"))}"));
    }
}
