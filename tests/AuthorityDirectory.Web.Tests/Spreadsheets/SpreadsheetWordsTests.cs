using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Spreadsheets;

namespace AuthorityDirectory.Web.Tests.Spreadsheets;

public sealed class SpreadsheetWordsTests
{
    public static TheoryData<string> Languages => [.. PageLanguage.Complete.Select(language => language.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_two_members_of_a_list_have_one_label(string tag)
    {
        var words = SpreadsheetWords.In(new(PageLanguage.Find(tag)!));

        Assert.All(Enum.GetValues<LineKind>().SelectMany(LineFields.Of).Where(field => field.LabelList is not null), field =>
            Assert.Equal(field.Options.Count, field.Options.Select(option => words.Option(field.LabelList!, option)).Distinct(StringComparer.OrdinalIgnoreCase).Count()));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_fault_has_words_and_a_remedy(string tag)
    {
        var words = SpreadsheetWords.In(new(PageLanguage.Find(tag)!));

        Assert.All(Enum.GetNames<FaultKind>().Concat(Enum.GetNames<SheetFault>()), fault =>
        {
            var (wrong, remedy) = words.Fault(fault, ["first", "second"]);
            Assert.EndsWith(".", wrong, StringComparison.Ordinal);
            Assert.NotEmpty(remedy);
        });
    }
}
