using AuthorityDirectory.Exchange.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.Xlsx;

public sealed class XlsxValueTests
{
    [Theory]
    [InlineData("<v>4312345678</v>", "", "4312345678")]
    [InlineData("<v>4.312345678901E+12</v>", "", "4312345678901")]
    [InlineData("<v>43123456789012345</v>", "", "43123456789012300")]
    [InlineData("<v>1E+30</v>", "", "1000000000000000000000000000000")]
    [InlineData("<v>0.30000000000000004</v>", "", "0.3")]
    [InlineData("<v>1E-7</v>", "", "0.0000001")]
    [InlineData("<v>-5</v>", "", "-5")]
    [InlineData("<v>46082</v>", "s=\"1\"", "2026-03-01")]
    [InlineData("<v>46082.5</v>", "s=\"2\"", "2026-03-01T12:00:00")]
    [InlineData("<v>1</v>", "t=\"b\"", "TRUE")]
    [InlineData("<v>0</v>", "t=\"b\"", "FALSE")]
    [InlineData("<v>a text</v>", "t=\"str\"", "a text")]
    [InlineData("<v>2026-03-01</v>", "t=\"d\" s=\"1\"", "2026-03-01")]
    [InlineData("<is><r><t xml:space=\"preserve\">two </t></r><r><t>runs</t></r></is>", "t=\"inlineStr\"", "two runs")]
    [InlineData("", "", "")]
    public async Task A_cell_of_any_type_is_text(string value, string attributes, string expected)
    {
        var reading = await SomeTable.ReadXlsxAsync(Workbook.With($"""<row r="7">{Workbook.Text("A7", "x")}<c r="B7" {attributes}>{value}</c></row>""").Pack());

        Assert.Empty(reading.Faults);
        var row = Assert.Single(reading.Table!.Sheets[0].Rows);
        Assert.Equal((7, "x", expected), (row.Number, row.Cells[0], reading.Table.Sheets[0].Text(row, "phone")));
    }

    [Theory]
    [InlineData("<c r=\"B7\"><f>1+1</f><v>2</v></c>", "Contacts!B7: The cell holds a formula. Type the value itself.")]
    [InlineData("<c r=\"B7\" t=\"str\"><f>HYPERLINK(\"http://example.org\")</f><v>x</v></c>", "Contacts!B7: The cell holds a formula. Type the value itself.")]
    [InlineData("<c r=\"B7\"><f t=\"shared\" si=\"0\"/></c>", "Contacts!B7: The cell holds a formula. Type the value itself.")]
    [InlineData("<c r=\"B7\" t=\"e\"><v>#N/A</v></c>", "Contacts!B7: The cell holds an error instead of a value. Type the value itself.")]
    [InlineData("<c r=\"B7\"><v>NaN</v></c>", "Contacts!B7: The cell holds no text, number or date. Type the value itself.")]
    [InlineData("<c r=\"C7\"><v>2</v></c>", "Contacts!C7: The cell stands under no heading. Move the text into a column that has a heading, or remove it.")]
    public async Task A_cell_without_a_value_of_its_own_is_a_fault_and_the_others_are_read(string cell, string expected)
    {
        var reading = await SomeTable.ReadXlsxAsync(Workbook.With($"""<row r="7">{Workbook.Text("A7", "x")}{cell}</row>""").Pack());

        Assert.Equal([expected], reading.Faults.Select(fault => fault.ToString()));
        Assert.Equal(["x", ""], reading.Table!.Sheets[0].Rows[0].Cells);
    }

    [Fact]
    public async Task A_formula_of_an_extension_is_not_one_of_a_cell()
    {
        var book = Workbook.With($"""<row r="2">{Workbook.Text("A2", "x")}</row>""")
            .Replace("xl/worksheets/sheet1.xml", xml => xml.Replace("</worksheet>", """<extLst><ext xmlns:x="urn:x"><x:f>A1</x:f></ext></extLst></worksheet>""", StringComparison.Ordinal));

        Assert.Empty((await SomeTable.ReadXlsxAsync(book.Pack())).Faults);
    }

    [Fact]
    public async Task Two_headings_of_one_name_are_a_fault()
    {
        var reading = await SomeTable.ReadXlsxAsync(new Workbook($"""<row r="1">{Workbook.Text("A1", "Identifier [id]")}{Workbook.Text("B1", "[id]")}</row>""").Pack());

        Assert.Equal("Contacts!B1: The heading repeats that of column A. Leave the headings as they were, each once.", Assert.Single(reading.Faults).ToString());
    }
}
