using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>Invented names in the scripts of the six languages, each of which says that it is invented.</summary>
internal static class SyntheticNames
{
    private static readonly (string Latin, string Cyrillic, string Chinese, string Arabic)[] Syllables =
    [
        ("ba", "ба", "巴", "با"), ("de", "де", "德", "دي"), ("ka", "ка", "卡", "كا"), ("lo", "ло", "洛", "لو"),
        ("mi", "ми", "米", "مي"), ("na", "на", "纳", "نا"), ("ro", "ро", "罗", "رو"), ("su", "су", "苏", "سو"),
        ("ta", "та", "塔", "تا"), ("vo", "во", "沃", "فو"), ("ze", "зе", "泽", "زي"), ("fi", "фи", "菲", "في"),
        ("go", "го", "戈", "غو"), ("ha", "ха", "哈", "ها"), ("ju", "жу", "朱", "جو"), ("pe", "пе", "佩", "بي"),
    ];

    /// <summary>As many different names as there are.</summary>
    public static IReadOnlyList<Names> Draw(Dice dice, int count)
    {
        var drawn = new Dictionary<string, Names>(StringComparer.Ordinal);
        while (drawn.Count < count)
        {
            var name = Compose([dice.Pick(Syllables), dice.Pick(Syllables), dice.Pick(Syllables)]);
            drawn.TryAdd(name.En, name);
        }

        return [.. drawn.Values];
    }

    /// <summary>What bodies of this kind are called in a language.</summary>
    public static string Title(AuthorityKind kind, UnLanguage language) => kind switch
    {
        AuthorityKind.Ministry => Say(language, "Ministry of Justice", "Ministère de la justice", "Ministerio de Justicia", "Министерство юстиции", "司法部", "وزارة العدل"),
        AuthorityKind.Prosecution => Say(language, "Office of the Prosecutor General", "Parquet général", "Fiscalía General", "Генеральная прокуратура", "总检察院", "النيابة العامة"),
        AuthorityKind.AntiCorruptionAgency => Say(language, "Anti-Corruption Commission", "Commission de lutte contre la corruption", "Comisión Anticorrupción", "Комиссия по борьбе с коррупцией", "反腐败委员会", "هيئة مكافحة الفساد"),
        AuthorityKind.Court => Say(language, "High Court", "Haute Cour", "Tribunal Superior", "Высокий суд", "高等法院", "المحكمة العليا"),
        AuthorityKind.Police => Say(language, "National Police", "Police nationale", "Policía Nacional", "Национальная полиция", "国家警察", "الشرطة الوطنية"),
        AuthorityKind.FinancialIntelligenceUnit => Say(language, "Financial Intelligence Unit", "Cellule de renseignement financier", "Unidad de Inteligencia Financiera", "Подразделение финансовой разведки", "金融情报机构", "وحدة الاستخبارات المالية"),
        _ => Say(language, "Court of Audit", "Cour des comptes", "Tribunal de Cuentas", "Счётная палата", "审计院", "ديوان المحاسبة"),
    };

    private static Names Compose((string Latin, string Cyrillic, string Chinese, string Arabic)[] parts)
    {
        var latin = Capital(string.Concat(parts.Select(part => part.Latin)));
        return new(
            $"{latin} (synthetic)",
            $"{latin} (fictif)",
            $"{latin} (ficticio)",
            $"{Capital(string.Concat(parts.Select(part => part.Cyrillic)))} (вымышленное)",
            $"{string.Concat(parts.Select(part => part.Chinese))}（虚构）",
            $"{string.Concat(parts.Select(part => part.Arabic))} (وهمي)");
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Say(UnLanguage language, string en, string fr, string es, string ru, string zh, string ar) =>
        new Names(en, fr, es, ru, zh, ar).In(language);
}
