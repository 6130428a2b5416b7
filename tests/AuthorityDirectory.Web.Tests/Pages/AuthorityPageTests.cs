using AngleSharp.Dom;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class AuthorityPageTests(DirectoryWithEverything host)
{
    private const string Complete = $"/en/authorities/{DirectoryWithEverything.WithEverything}";

    [Fact]
    public async Task Everything_that_an_entry_holds_is_on_its_page()
    {
        var facts = Facts(await host.PageAsync(Complete));

        Assert.Superset(
            new HashSet<(string, string)>
            {
                ("E-mail", "requests@example.org For requests German, French Not confirmed by its State"),
                ("Telephone", "+43 1 2345 For urgent requests, at any hour Duty officer Not confirmed by its State"),
                ("Fax", "+43 1 2346 Not confirmed by its State"),
                ("Website", "example.org"),
                ("Address", "Museumstrasse 7 1070 Vienna"),
                ("Rests on", "Convention on Cybercrime (ETS No. 185): art. 27(2)"),
                ("Rank", "First authority for this function"),
                ("Limited to", "All provinces; Corruption; Investigation"),
                ("From", "13 June 2012"),
                ("Until", "1 November 2026"),
                ("Languages accepted", "German, English"),
                ("Channels", "E-mail; Post or courier"),
                ("Through INTERPOL", "In urgent cases only"),
                ("Urgent cases", "Call the duty officer."),
                ("A request must contain", "Facts, law, and what is asked for."),
                ("Can help with", "Training"),
                ("Acronym", "FMJ"),
                ("Name in French", "Ministère fédéral de la justice"),
                ("Former names", "Federal Ministry of Examples"),
                ("Kind", "Ministry"),
                ("Status", "Renamed"),
                ("Working languages", "German, English"),
                ("Office hours", "Monday to Friday, 9 to 15"),
                ("Time zone", "Europe/Vienna"),
                ("Next confirmation due", "2 October 2026"),
                ("Identifier", DirectoryWithEverything.WithEverything),
                ("Permanent link", $"{host.Address.GetLeftPart(UriPartial.Authority)}{Complete}"),
            },
            facts);
    }

    [Fact]
    public async Task A_native_name_says_its_language_and_keeps_its_direction()
    {
        var name = (await host.PageAsync("/en/authorities/IQ-001")).QuerySelector(".native bdi");

        Assert.Equal("ar", name?.GetAttribute("lang"));
        Assert.Equal("هيئة النزاهة الاتحادية", name?.TextContent);
    }

    [Fact]
    public async Task A_renamed_body_leads_to_the_one_that_took_over()
    {
        var page = await host.PageAsync(Complete);

        Assert.StartsWith("This body has been renamed", page.QuerySelector(".alert")?.Shown(), StringComparison.Ordinal);
        Assert.Equal("/en/authorities/AT-001", page.QuerySelector(".alert a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Freshness_of_the_entry_and_of_each_line_is_said_in_words()
    {
        var said = (await host.PageAsync(Complete)).QuerySelectorAll(".fresh").Select(Markup.Shown);

        Assert.Equal([
            "Not confirmed by its State", "Not confirmed by its State", "Not confirmed by its State",
            "Confirmation by its State is due last confirmed on 2 October 2025 by the focal point of the State",
            "Confirmed by its State last confirmed on 2 October 2026 by the focal point of the State",
            "Not confirmed by its State",
        ], said);
    }

    [Theory]
    [InlineData("AE-001", "Source of September 2024:")]
    [InlineData("AU-001", "Source of 2014:")]
    [InlineData("AL-001", "Source of 26 November 2014:")]
    [InlineData("IQ-001", "Source without a date:")]
    public async Task The_date_of_a_source_is_shown_as_far_as_it_is_known(string id, string said)
    {
        var page = await host.PageAsync($"/en/authorities/{id}");

        Assert.Equal(said, page.QuerySelector(".source strong")?.Shown());
    }

    [Fact]
    public async Task A_body_whose_function_no_source_states_says_so()
    {
        var page = await host.PageAsync("/en/authorities/AM-001");

        Assert.StartsWith("No function is held for this body", page.Text("section:nth-of-type(2) .gap"), StringComparison.Ordinal);
    }

    private static HashSet<(string Term, string Fact)> Facts(IDocument page) =>
        [.. page.QuerySelectorAll("dl.facts > div").Select(pair => (pair.QuerySelector("dt")!.Shown(), Fact(pair.QuerySelector("dd")!)))];

    private static string Fact(IElement fact)
    {
        foreach (var link in fact.QuerySelectorAll(".report"))
        {
            link.Remove();
        }

        return fact.Shown();
    }
}
