using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Tests.Snapshot;

public sealed class NameSearchTests
{
    private static readonly DirectoryView View = TrialDirectory.View(new(2026, 3, 15),
    [
        State("AT", "AUT", "Austria", "Autriche", "Austria", "Австрия", "奥地利", "النمسا", "Österreich"),
        State("BR", "BRA", "Brazil", "Brésil", "Brasil", "Бразилия", "巴西", "البرازيل"),
        State("CI", "CIV", "Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire", "Кот-д’Ивуар", "科特迪瓦", "كوت ديفوار", "Ivory Coast"),
        State("CN", "CHN", "China", "Chine", "China", "Китай", "中国", "الصين"),
        State("GB", "GBR", "United Kingdom of Great Britain and Northern Ireland", "Royaume-Uni", "Reino Unido", "Соединенное Королевство", "大不列颠及北爱尔兰联合王国", "المملكة المتحدة", "United Kingdom", "UK"),
        State("GN", "GIN", "Guinea", "Guinée", "Guinea", "Гвинея", "几内亚", "غينيا"),
        State("GW", "GNB", "Guinea-Bissau", "Guinée-Bissau", "Guinea-Bissau", "Гвинея-Бисау", "几内亚比绍", "غينيا - بيساو"),
        State("NG", "NGA", "Nigeria", "Nigéria", "Nigeria", "Нигерия", "尼日利亚", "نيجيريا"),
        State("PG", "PNG", "Papua New Guinea", "Papouasie-Nouvelle-Guinée", "Papua Nueva Guinea", "Папуа — Новая Гвинея", "巴布亚新几内亚", "بابوا غينيا الجديدة"),
        State("PL", "POL", "Poland", "Pologne", "Polonia", "Польша", "波兰", "بولندا", "Polska"),
        State("SA", "SAU", "Saudi Arabia", "Arabie saoudite", "Arabia Saudita", "Саудовская Аравия", "沙特阿拉伯", "المملكة العربية السعودية"),
        State("TH", "THA", "Thailand", "Thaïlande", "Tailandia", "Таиланд", "泰国", "تايلند", "ประเทศไทย"),
        State("TR", "TUR", "Türkiye", "Türkiye", "Türkiye", "Турция", "土耳其", "تركيا", "Turkey"),
        State("UA", "UKR", "Ukraine", "Ukraine", "Ucrania", "Украина", "乌克兰", "أوكرانيا"),
        Authority("AT-001", "Federal Bureau of Anti-Corruption", "Bundesamt zur Korruptionsprävention und Korruptionsbekämpfung", "BAK"),
        Authority("AT-002", "Federal Ministry of Justice", "Bundesministerium für Justiz"),
        Authority("BR-001", "Ministry of Justice and Public Security", "Ministério da Justiça e Segurança Pública"),
        Authority("BR-002", "Liaison Office for Nigerians", null),
        Authority("CN-001", "National Commission of Supervision", "国家监察委员会"),
        Authority("NG-001", "Economic and Financial Crimes Commission", null, "EFCC"),
        Authority("NG-002", "Federal Ministry of Justice", null),
        Authority("PL-001", "National Prosecutor's Office", "Prokuratura Krajowa") with { Translations = [new("fr", "Parquet national")] },
        Authority("SA-001", "Oversight and Anti-Corruption Authority", "هيئة الرقابة ومكافحة الفساد", "Nazaha") with { FormerNames = ["National Anti-Corruption Commission"] },
        Authority("TR-001", "Financial Crimes Investigation Board", "Malî Suçları Araştırma Kurulu", "MASAK"),
    ]);

    public static TheoryData<string, string> Cases => CaseFile.Beside("name-search.cases");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_query_finds_these_first(string query, string expected)
    {
        var keys = expected == "nothing" ? [] : expected.Split(' ');

        var found = View.Search(query).Select(hit => hit.State?.Record.Code ?? hit.Authority!.Record.Id).ToList();

        Assert.Equal(keys, keys.Length == 0 ? found : found.Take(keys.Length));
    }

    [Fact]
    public void No_more_is_returned_than_was_asked_for_and_ranks_never_fall()
    {
        Assert.Equal(2, View.Search("justice", 2).Count);
        var ranks = View.Search("austria").Select(hit => hit.Rank).ToList();
        Assert.Equal(ranks.Order(), ranks);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t.,;-'’ ")]
    [InlineData("\uD800")]
    [InlineData("%00*?[")]
    public void What_holds_no_word_finds_nothing(string query) => Assert.Empty(View.Search(query));

    private static State State(string code, string alpha3, string en, string fr, string es, string ru, string zh, string ar, params string[] aliases) => Some.State(code) with
    {
        Alpha3 = alpha3,
        Name = new(en, fr, es, ru, zh, ar),
        FormalName = string.Create(CultureInfo.InvariantCulture, $"Formal {code}"),
        Aliases = [.. aliases.Select(alias => new Alias("en", alias))],
    };

    private static Authority Authority(string id, string name, string? native, string? acronym = null) =>
        Some.Authority(id, name) with { NativeName = native, NativeNameLanguage = native is null ? null : "xx", Acronym = acronym };
}
