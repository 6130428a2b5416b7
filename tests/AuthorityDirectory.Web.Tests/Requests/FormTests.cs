using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;
using AuthorityDirectory.Web.Requests.Forms;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AuthorityDirectory.Web.Tests.Requests;

public sealed class FormTests(DirectoryWithEverything host)
{
    public static TheoryData<LineKind> Kinds => [.. Codes.LineKinds.All];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_field_of_a_line_stands_on_the_form_once_under_a_heading(LineKind kind)
    {
        var line = FormLine.Of(Line.Addition(kind, "AT", "new1", []), null, []);

        Assert.Equal(LineFields.Of(kind).Select(field => field.Name).Order(), line.Grouped.SelectMany(group => group.Fields).Select(field => field.Field.Name).Order());
    }

    [Theory]
    [InlineData("AT-003")]
    [InlineData("AT")]
    public void A_form_that_nobody_typed_into_changes_nothing(string subject)
    {
        var form = EntryForm.Of(subject, host.View.State("AT")!, null, [])!;

        Assert.Empty(PostedForm.Read(Sent(form)));
    }

    [Fact]
    public void What_was_typed_is_read_from_what_the_browser_sends_alone()
    {
        var form = EntryForm.Of("AT-003", host.View.State("AT")!, null, [])!;
        var sent = new Dictionary<string, StringValues>(Sent(form), StringComparer.Ordinal)
        {
            ["AT-003-c2.Value"] = " +43 1 9999 ",
            ["AT-003-c1.Languages"] = new(["", "de", "sq"]),
            ["remove.AT-003-c3"] = "1",
        };

        var read = PostedForm.Read(new FormCollection(sent)).ToDictionary(change => change.LineId);

        Assert.Equal([new FieldChange("Value", "+43 1 2345", " +43 1 9999 ")], read["AT-003-c2"].Fields);
        Assert.Equal([new FieldChange("Languages", "de fr", "de sq")], read["AT-003-c1"].Fields);
        Assert.Equal((LineAct.Remove, ""), (read["AT-003-c3"].Act, read["AT-003-c3"].Fields[0].After));
    }

    [Theory]
    [InlineData("line.AT-003", "Nonsense:AT-003:Change")]
    [InlineData("line.AT-003", "Authority:AT/003:Change")]
    [InlineData("line.<b>", "Authority:AT-003:Change")]
    [InlineData("line.AT-003", "Authority:AT-003:Remove")]
    public void What_no_form_sends_is_not_read(string key, string value) =>
        Assert.Empty(PostedForm.Read(new FormCollection(new() { [key] = value, [$"{key[5..]}.Name"] = "x" })));

    /// <summary>What a browser would send of it.</summary>
    private static FormCollection Sent(EntryForm form)
    {
        var fields = form.Lines.SelectMany(line => line.Fields);
        return new(new Dictionary<string, StringValues>(
        [
            .. form.Lines.Select(line => KeyValuePair.Create(PostedForm.Line + line.Change.LineId, new StringValues(line.Written))),
            .. fields.Select(field => KeyValuePair.Create(field.Name, new StringValues(field.Text))),
            .. fields.Where(field => !field.IsNew).Select(field => KeyValuePair.Create(field.BeforeName, new StringValues(field.Before))),
        ]));
    }
}
