using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>What people type finds the right entry of the real data first.</summary>
public sealed class SearchTests(SeededDirectory directory)
{
    public static TheoryData<string, string> Firsts => new()
    {
        { "turkiye", "TR" },
        { "Türkiye", "TR" },
        { "ivory coast", "CI" },
        { "cote d'ivoire", "CI" },
        { "科特迪瓦", "CI" },
        { "Российская Федерация", "RU" },
        { "الجزائر", "DZ" },
        { "deutschland", "DE" },
        { "south korea", "KR" },
        { "osterreich", "AT" },
        { "Iran", "IR" },
        { "EFCC", "NG-001" },
        { "ministerstwo sprawiedliwosci", "PL-001" },
        { "Bundeskriminalamt", "AT-002 DE-001" },
        { "Εθνική Αρχή Διαφάνειας", "GR-001" },
        { "هيئة الرقابة الإدارية", "EG-001 LY-001" },
        { "state audit institution united arab emirates", "AE-001" },
        { "uk central authority", "GB-005" },
        { "department of justice ireland", "IE-002" },
    };

    [Theory]
    [MemberData(nameof(Firsts))]
    public void The_first_thing_found_is_what_was_meant(string text, string expected)
    {
        var view = directory.Services.GetRequiredService<CurrentSnapshot>().Value.View(Audience.Public);

        var hits = view.Search(text);

        var first = hits.Count == 0 ? "" : hits[0].State?.Record.Code ?? hits[0].Authority!.Record.Id;
        Assert.True(expected.Split(' ').Contains(first), $"'{text}' found '{first}' first of {hits.Count}.");
    }
}
