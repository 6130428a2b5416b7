using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed partial class TextsTests
{
    private static readonly string[] Files =
        [.. Directory.GetFiles(Repository.File("src", "AuthorityDirectory.Web", "Resources"), "*.resx")
            .Select(file => Path.GetFileName(file).Split('.')[0]).Distinct().Order()];

    private static readonly string[] Code =
        [.. Directory.GetFiles(Repository.File("src", "AuthorityDirectory.Web"), "*.cs*", SearchOption.AllDirectories).Select(File.ReadAllText)];

    public static TheoryData<string> CodeLists => [.. typeof(Codes).GetFields().Select(list => list.Name)];

    public static TheoryData<string> Languages => [.. PageLanguage.Complete.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(CodeLists))]
    public void Every_member_of_every_code_list_has_a_label_in_every_complete_language(string list)
    {
        var codes = typeof(Codes).GetField(list)!.GetValue(null)!;
        var label = typeof(Texts).GetMethod(nameof(Texts.Label))!.MakeGenericMethod(codes.GetType().GetGenericArguments());

        foreach (var language in PageLanguage.Complete)
        {
            foreach (var value in (IEnumerable)codes.GetType().GetProperty("All")!.GetValue(codes)!)
            {
                Assert.NotEmpty((string)label.Invoke(new Texts(language), [codes, value])!);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_complete_language_has_every_text_with_the_same_values_in_it(string tag)
    {
        var culture = PageLanguage.Find(tag)!.Culture;
        foreach (var file in Files)
        {
            var own = Entries(file, culture);
            foreach (var (key, text) in Entries(file, CultureInfo.InvariantCulture))
            {
                Assert.True(own.TryGetValue(key, out var translated), $"{file}.{key} is missing in '{tag}'");
                Assert.Equal(Places(text), Places(translated));
            }
        }
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there()
    {
        var texts = new Texts(PageLanguage.Complete[0]);
        foreach (var key in Code.SelectMany(code => Asked().Matches(code)).Select(match => match.Groups[1].Value).Distinct())
        {
            Assert.True(IsThere(texts, key) || IsThere(texts, $"{key}_{texts.Language.PluralForm(1)}") && IsThere(texts, $"{key}_{texts.Language.PluralForm(2)}"), key);
        }
    }

    [Fact]
    public void No_text_is_kept_that_nothing_asks_for()
    {
        var whole = string.Join('\n', Code);
        var asked = Files.Where(file => file is not ("Terms" or "StateNames" or "Fields" or "Faults"))
            .SelectMany(file => Entries(file, CultureInfo.InvariantCulture).Keys.Select(key => $"{file}.{key.Split('_')[0]}"));

        Assert.All(asked, key => Assert.True(whole.Contains(key, StringComparison.Ordinal) || Computed().IsMatch(key), key));
    }

    [Fact]
    public void A_text_that_is_missing_is_an_error_that_names_it()
    {
        var texts = new Texts(PageLanguage.Complete[0]);

        Assert.Contains("'Home.Nothing'", Assert.Throws<KeyNotFoundException>(() => texts["Home.Nothing"]).Message, StringComparison.Ordinal);
    }

    private static bool IsThere(Texts texts, string key)
    {
        try
        {
            return texts[key].Length > 0;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Entries(string file, CultureInfo culture)
    {
        var manager = new ResourceManager($"AuthorityDirectory.Web.Resources.{file}", typeof(Texts).Assembly);
        var isNeutral = culture.TwoLetterISOLanguageName is "en" or "iv";
        using var set = manager.GetResourceSet(isNeutral ? CultureInfo.InvariantCulture : new CultureInfo(culture.TwoLetterISOLanguageName), true, false);
        return set?.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!) ?? [];
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order();

    [GeneratedRegex("""(?:T|texts|this)(?:\[|\.Count\()"([A-Za-z]+\.[A-Za-z0-9_]+)"[\],]""")]
    private static partial Regex Asked();

    /// <summary>Keys whose last word is put together from a part of the page.</summary>
    [GeneratedRegex("^(State\\.(Gap|GapNoParty|Under|Held)[A-Za-z]*)$")]
    private static partial Regex Computed();

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
