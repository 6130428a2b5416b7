using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Pages;

public sealed class LiteralTextTests
{
    private static readonly string Folder = Repository.File("src", "AuthorityDirectory.Web", "Pages");

    public static TheoryData<string> Sources =>
        [.. Directory.GetFiles(Folder, "*.cshtml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Order()];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_page_has_all_its_words_in_resource_files(string source) =>
        Assert.Empty(LiteralText.In(File.ReadAllText(Path.Combine(Folder, source))));

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>@T[\"Home.Title\"] or else</p>", "or else")]
    [InlineData("<p>\n  @(a ? b(\"x)\") : c) and @d.e. Then\n</p>", "and . Then")]
    [InlineData("@if (a > b)\n{\n  <b title=\"Read me\">@a</b>\n}", "Read me")]
    [InlineData("<a href=\"/x\"><span>Ελλάδα</span></a>", "Ελλάδα")]
    public void A_word_in_the_source_is_found(string source, string word) => Assert.Equal([word], LiteralText.In(source));

    [Theory]
    [InlineData("@page \"/words\"\n@{\n  var words = \"words\";\n}\n<p class=\"words\">@words</p>")]
    [InlineData("@* words *@ <p>@T[\"A.B\", new[] { \"words\" }]&nbsp;· 12</p>")]
    [InlineData("@foreach (var x in y.Where(z => z > 1))\n{\n  <b>@x</b>\n}\nelse if (x is { } y)\n{\n}")]
    public void What_no_reader_sees_is_no_word(string source) => Assert.Empty(LiteralText.In(source));
}
