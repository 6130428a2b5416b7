using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Requests;

public sealed class WordsTests(DirectoryWithEverything host)
{
    private static readonly Texts English = new(PageLanguage.Complete[0]);

    private static readonly FieldWords Fields = new(English);

    public static TheoryData<LineKind> Kinds => [.. Codes.LineKinds.All];

    public static TheoryData<FaultKind> Faults => [.. Enum.GetValues<FaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_of_a_line_has_a_name_a_hint_and_a_label_for_each_of_its_options(LineKind kind) => Assert.All(LineFields.Of(kind), field =>
    {
        Assert.NotEmpty(Fields.Label(kind, field.Name));
        Assert.NotEmpty(Fields.Hint(kind, field.Name));
        Assert.All(field.Options, option => Assert.NotEmpty(Fields.Option(field, option)));
    });

    [Theory]
    [MemberData(nameof(Faults))]
    public void Every_fault_has_a_sentence_without_a_place_that_is_not_filled(FaultKind kind)
    {
        var sentence = FaultWords.English.Sentence(new("AT-003-c1", "Kind", kind, "2026-11-02", "2026-11-03"), LineKind.ContactPoint, host.View);

        Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("State", "AcceptedLanguages", "de fr", "German, French")]
    [InlineData("Designation", "ValidFrom", "2026-11-02", "2 November 2026")]
    [InlineData("Designation", "ValidFrom", "soon", "soon")]
    [InlineData("Designation", "Function", "AssetRecovery", "Asset recovery")]
    [InlineData("Authority", "CountryCode", "AT", "Austria")]
    [InlineData("Notice", "AuthorityId", "AL-001", "Ministry of Justice")]
    [InlineData("Authority", "Website", "", null)]
    [InlineData("ContactPoint", "Languages", "de !", "German, !")]
    public void A_text_is_said_as_people_say_it_and_what_is_wrong_as_it_was_typed(string kind, string field, string text, string? said) =>
        Assert.Equal(said, Fields.Value(Enum.Parse<LineKind>(kind), field, text, host.View));

    [Fact]
    public void A_contact_point_is_called_by_its_means_its_purpose_and_its_authority_also_when_it_is_not_there_yet()
    {
        var request = new ChangeRequest
        {
            Id = "r-00000001",
            StateCode = "AT",
            Changes =
            [
                new(LineKind.ContactPoint, "AT-003", "AT-003-c2", LineAct.Change) { Fields = [new("Value", "+43 1 2345", "+43 1 9999")] },
                Line.Addition(LineKind.Authority, "AT", "new1", [new("Name", "Office of Integrity")]),
                Line.Addition(LineKind.ContactPoint, "new1", "new2", [new("Kind", "Email"), new("Value", "a@example.org"), new("Purpose", "Requests")]),
            ],
        };
        var difference = new Difference(request, host.View);
        var words = new LineWords(English, Fields);

        Assert.Equal(
            ["Telephone: For urgent requests, at any hour – Federal Ministry of Justice - Department IV 4 (International Criminal Matters)", "Office of Integrity", "E-mail: For requests – Office of Integrity"],
            request.Changes.Select(change => words.Name(difference, change)));
    }
}
