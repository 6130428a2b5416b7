using AuthorityDirectory.Updates.Lines;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Tests.Updates.Lines;

public sealed class WrittenFormsTests
{
    [Theory]
    [InlineData("  One  ", "One")]
    [InlineData("One\r\nTwo\rThree\n", "One\nTwo\nThree")]
    [InlineData("\n\n One \n  \n Two\u00A0\n\n", "One\n\nTwo")]
    [InlineData("Zu\u0308rich", "Zürich")]
    [InlineData("One  Two", "One  Two")]
    [InlineData(" \n ", "")]
    [InlineData("One\uD800", "One\uD800")]
    public void Text_is_kept_tidy(string written, string kept) => Assert.Equal(kept, WrittenForms.Tidy(written));

    [Fact]
    public void Tidy_text_stays_as_it_is() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(2026_07_01, 2026_07_31), Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var tidy = WrittenForms.Tidy(text ?? "");
            Assert.Equal(tidy, WrittenForms.Tidy(tidy));
        }));
}
