using System.Globalization;
using System.Text.Encodings.Web;
using AuthorityDirectory.Web.Pages.Coverage;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Coverage;

public sealed class CoverageBrowserTests(DirectoryWithEverything host, Chromium chromium)
{
    private const string Coverage = "/en/coverage";

    /// <summary>The words of charts that their own chart cuts off.</summary>
    private const string CutOff = """
        [...document.querySelectorAll('svg')].flatMap(svg => [...svg.querySelectorAll('text')].filter(text => {
          const [own, whole] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
          return own.width == 0 || own.left < whole.left - .5 || own.right > whole.right + .5 || own.top < whole.top - .5 || own.bottom > whole.bottom + .5;
        }).map(text => text.textContent))
        """;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_word_of_a_chart_is_inside_it(int width)
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await window.Page.GotoAsync(new Uri(host.Address, Coverage).ToString());

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(CutOff));
    }

    [Theory]
    [InlineData("ltr")]
    [InlineData("rtl")]
    public async Task Words_go_with_the_bars_in_both_directions(string direction)
    {
        await using var window = await chromium.OpenAsync(new() { BypassCSP = true, ViewportSize = new() { Width = 360, Height = 800 } });
        await window.Page.GotoAsync(new Uri(host.Address, Coverage).ToString());
        await window.Page.EvaluateAsync("([direction, markup]) => { document.dir = direction; document.querySelector('main').innerHTML = markup; }", new[] { direction, Drawn(direction == "rtl") });

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(CutOff));
        Assert.Equal(direction == "ltr", await window.Page.EvaluateAsync<bool>(
            "document.querySelector('text:not(.label)').getBoundingClientRect().left >= document.querySelector('rect').getBoundingClientRect().right"));
        Assert.Equal(direction == "rtl", await window.Page.EvaluateAsync<bool>(
            "document.querySelector('text:not(.label)').getBoundingClientRect().right <= document.querySelector('rect').getBoundingClientRect().left"));
    }

    [Fact]
    public async Task The_page_prints_on_A4_with_its_charts_whole()
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 700, Height = 990 } });
        await window.Page.GotoAsync(new Uri(host.Address, Coverage).ToString());
        await window.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        Assert.Empty(await window.Page.EvaluateAsync<string[]>(CutOff));
        Assert.Empty(await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('svg')].filter(svg => getComputedStyle(svg).breakInside != 'avoid' || svg.getBoundingClientRect().height > 900).map(svg => svg.textContent)"));
    }

    private static string Drawn(bool rightToLeft)
    {
        var chart = new BarChart("trial", "Trial", "Trial", [new BarRow("الأعضاء", new Bar(234, "234 سلطة"), new Bar(126, "126 دولة", BarFill.Hollow))], 234);
        using var markup = new StringWriter(CultureInfo.InvariantCulture);
        chart.Draw(rightToLeft).WriteTo(markup, HtmlEncoder.Default);
        return markup.ToString();
    }
}
