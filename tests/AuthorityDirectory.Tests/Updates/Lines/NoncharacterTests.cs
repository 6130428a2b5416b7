using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Tests.Updates.Lines;

public sealed class NoncharacterTests
{
    [Theory]
    [InlineData("Minis\uFFFEtry", "U+FFFE")]
    [InlineData("Minis\uFFFFtry", "U+FFFF")]
    public void A_code_that_is_no_character_is_a_fault_of_the_text_that_holds_it(string text, string named)
    {
        var view = Support.TrialDirectory.View(new(2026, 11, 21), Support.Some.State());

        var fault = LineFields.Find(LineKind.Authority, "Name")!.Fault("AT-001", WrittenForms.Tidy(text), view);

        Assert.Equal((FaultKind.ForbiddenCharacter, named), (fault!.Kind, Assert.Single(fault.Values)));
    }
}
