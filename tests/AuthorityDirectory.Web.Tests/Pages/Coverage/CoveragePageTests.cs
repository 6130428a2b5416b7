using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages.Coverage;

public sealed class CoveragePageTests(DirectoryWithEverything host)
{
    private const string Path = "/en/coverage";

    private static readonly Texts English = new(PageLanguage.Find("en")!);

    [Fact]
    public async Task Published_figures_stand_with_their_document_and_the_last_number_of_parties_before_them()
    {
        var page = await host.PageAsync(Path);
        var set = page.QuerySelector("#published .charted")!;

        Assert.Equal(
            ["Mutual legal assistance 133", "Extradition 32", "Asset recovery 86", "Prevention 120", "Civil and administrative proceedings 35", "Parties to the Convention, 6 February 2020 187"],
            set.QuerySelectorAll("tbody tr, tfoot tr").Select(row => string.Join(' ', row.Children.Select(Markup.Shown))));
        Assert.Equal("Source of August 2021: public page or data set. CAC/COSP/EG.1/2021/L.1/Add.1", set.QuerySelector(".source")?.Shown());
        Assert.Equal("Draft report, para. 4, as at August 2021.", set.QuerySelector(".source-note")?.Shown());
    }

    [Fact]
    public async Task Every_figure_of_the_seed_data_is_on_the_page()
    {
        var page = await host.PageAsync(Path);
        var rows = page.QuerySelectorAll("#published tbody tr").Select(row => string.Join(' ', row.Children.Select(Markup.Shown))).ToList();
        var figures = File.ReadLines(Repository.File("seed-data", "coverage-figures.csv")).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(figures.Count, rows.Count);
        Assert.All(figures, figure => Assert.Contains(rows, row => Words(figure).All(word => row.Split(' ').Contains(word))));

        static IEnumerable<string> Words(string[] figure) => figure[2..4].Where(number => number.Length > 0)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture).ToString("N0", English.Language.Culture));
    }

    [Fact]
    public async Task The_growth_of_the_GlobE_Network_goes_from_the_oldest_figure_to_the_newest()
    {
        var rows = (await host.PageAsync(Path)).QuerySelectorAll("#globe tbody tr");

        Assert.Equal(
            ["15 November 2021 46 77", "13 December 2021 48 80", "March 2022 55 92", "26 September 2024 121 219", "May 2025 126 234"],
            rows.Select(row => string.Join(' ', row.Children.Take(3).Select(Markup.Shown))));
    }

    [Fact]
    public async Task What_is_held_is_counted_over_the_parties_of_the_view()
    {
        var table = (await host.PageAsync(Path)).QuerySelector("#held table")!;

        Assert.Equal(
            Codes.Functions.All.Select(function => $"{English.Label(Codes.Functions, function)}: {Counted(function, _ => true)}"),
            table.QuerySelectorAll("tbody tr").Select(Read));
    }

    [Fact]
    public async Task What_is_held_is_counted_by_regional_group_for_every_function_that_anything_is_held_for()
    {
        var tables = (await host.PageAsync(Path)).QuerySelectorAll("#held table").Skip(1).ToList();
        var functions = Codes.Functions.All.Where(function => host.View.WithFunction(function).Count > 0).ToList();

        Assert.Equal(functions.Select(function => $"{English.Label(Codes.Functions, function)}, by regional group"), tables.Select(table => table.Text("caption")));
        Assert.All(functions.Zip(tables), pair => Assert.Equal(
            Groups.Select(group => $"{group.Name}: {Counted(pair.First, state => state.RegionalGroup == group.Group)}"),
            pair.Second.QuerySelectorAll("tbody tr").Select(Read)));
    }

    [Fact]
    public async Task A_function_of_which_nothing_is_held_is_a_gap_of_the_directory()
    {
        var gap = (await host.PageAsync(Path)).QuerySelector("#held .gap")!;

        Assert.Equal("Civil and administrative proceedings", gap.PreviousElementSibling?.Shown());
        Assert.EndsWith("parties may have notified theirs to the Secretary-General.", gap.Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_figures_and_own_counts_never_share_a_chart()
    {
        var charts = (await host.PageAsync(Path)).QuerySelectorAll("svg");

        Assert.Equal(2, charts.Count(chart => chart.Closest("#published") is not null));
        Assert.All(charts, chart => Assert.NotNull(chart.Closest("#published, #held")));
    }

    [Fact]
    public async Task Every_chart_has_a_name_a_description_and_its_own_figures_in_the_table_after_it()
    {
        foreach (var chart in (await host.PageAsync(Path)).QuerySelectorAll("svg"))
        {
            var table = chart.NextElementSibling!;

            Assert.Equal(table.Text("caption"), chart.Text("title"));
            Assert.Equal(table.QuerySelectorAll("tbody th, tfoot th").Select(Markup.Shown), chart.QuerySelectorAll("text.label").Select(Markup.Shown));
            Assert.All(chart.QuerySelectorAll("text"), text => Assert.Contains(text.Shown(), chart.Text("desc"), StringComparison.Ordinal));
            Assert.Subset(
                table.QuerySelectorAll("td.number").Select(Markup.Shown).ToHashSet(),
                chart.QuerySelectorAll("text:not(.label)").Select(text => text.Shown().Split(' ').Single(word => char.IsDigit(word[^1]))).ToHashSet());
        }
    }

    [Fact]
    public async Task The_page_leads_to_the_same_figures_as_data()
    {
        var page = await host.PageAsync(Path);
        using var data = JsonDocument.Parse(await host.Client.GetStringAsync(page.QuerySelector("footer .data a")!.GetAttribute("href"), TestContext.Current.CancellationToken));
        var numbers = data.RootElement.GetProperty("value").EnumerateArray()
            .SelectMany(figure => new[] { figure.GetProperty("States"), figure.GetProperty("Authorities") })
            .Where(number => number.ValueKind == JsonValueKind.Number).Select(number => English.Number(number.GetInt32()));

        Assert.Equal(numbers.Order(), page.QuerySelectorAll("#published tbody td.number").Select(Markup.Shown).Where(number => char.IsDigit(number[0])).Order());
    }

    [Fact]
    public async Task The_home_page_leads_here() =>
        Assert.NotNull((await host.PageAsync("/en/")).QuerySelector($"nav a[href='{Path}']"));

    private static IEnumerable<(RegionalGroup? Group, string Name)> Groups =>
        Codes.RegionalGroups.All.Select(group => ((RegionalGroup?)group, English.Label(Codes.RegionalGroups, group))).Append((null, "In no regional group"));

    private static string Read(IElement row) => $"{row.Text("th")}: {string.Join(' ', row.QuerySelectorAll("td").Select(Markup.Shown))}";

    /// <summary>Counted from the designations, as the page's own count is not: it goes from the States.</summary>
    private string Counted(Function function, Func<State, bool> condition)
    {
        bool IsMeant(StateEntry state) => state.Record.ConventionStatus == ConventionStatus.Party && condition(state.Record);
        var designated = host.View.Designations.Where(entry => entry.IsCurrent && entry.Record.Function == function && IsMeant(entry.State)).ToList();
        var all = designated.Select(entry => entry.State).Distinct().Count();
        var convention = designated.Where(entry => entry.Record.Instrument == Instrument.Uncac).Select(entry => entry.State).Distinct().Count();
        return $"{convention} {all - convention} {all} {host.View.States.Count(IsMeant)}";
    }
}
