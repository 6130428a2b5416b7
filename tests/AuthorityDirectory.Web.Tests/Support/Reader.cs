using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Somebody at a browser, whose every act is counted: to type into a field is one, to choose an option, press a button or follow a link is one.</summary>
public sealed class Reader(IPage page)
{
    public int Interactions { get; private set; }

    public async Task TypesAsync(string field, string text)
    {
        Interactions++;
        await page.GetByLabel(field, new() { Exact = true }).FillAsync(text);
    }

    public async Task ChoosesAsync(string option)
    {
        Interactions++;
        await page.GetByLabel(option, new() { Exact = true }).CheckAsync();
    }

    public async Task PressesAsync(string button)
    {
        Interactions++;
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(button)}") }).ClickAsync();
    }

    public async Task FollowsAsync(string link)
    {
        Interactions++;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{Regex.Escape(link)}") }).First.ClickAsync();
    }
}
