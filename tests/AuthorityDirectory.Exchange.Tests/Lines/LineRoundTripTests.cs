using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Tests.Support;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates.Lines;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Exchange.Tests.Lines;

public sealed class LineRoundTripTests
{
    private static readonly DirectoryView View = SomeLines.View();

    [Fact]
    public async Task A_workbook_that_nobody_changed_changes_nothing_of_any_State()
    {
        foreach (var state in SomeLines.SeedView.States)
        {
            var code = state.Record.Code;
            var reading = SomeLines.Read(await SomeTable.ReadXlsxAsync(await SomeTable.XlsxAsync(SomeLines.TableOf(SomeLines.SeedView, code))), SomeLines.SeedView, code);

            Assert.Empty(reading.Faults);
            Assert.Empty(reading.Changes);
            Assert.Equal(Line.Of(state).Count(), reading.Rows);
        }
    }

    [Fact]
    public async Task A_CSV_file_that_nobody_changed_changes_nothing_of_any_State()
    {
        foreach (var code in SomeLines.SeedView.States.Select(state => state.Record.Code))
        {
            foreach (var sheet in SomeLines.TableOf(SomeLines.SeedView, code).Sheets)
            {
                var reading = SomeLines.Read(await SomeTable.ReadCsvAsync(await SomeTable.CsvAsync(sheet)), SomeLines.SeedView, code);

                Assert.Empty(reading.Faults);
                Assert.Empty(reading.Changes);
                Assert.Equal(sheet.Rows.Count, reading.Rows);
            }
        }
    }

    [Fact]
    public async Task All_States_stand_in_one_workbook()
    {
        var codes = SomeLines.SeedView.States.Select(state => state.Record.Code).ToArray();

        var reading = SomeLines.Read(await SomeTable.ReadXlsxAsync(await SomeTable.XlsxAsync(SomeLines.TableOf(SomeLines.SeedView, codes))), SomeLines.SeedView, codes);

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Changes);
        Assert.Equal(SomeLines.SeedView.States.Sum(state => Line.Of(state).Count()), reading.Rows);
    }

    [Fact]
    public void Edits_of_any_cells_are_exactly_those_changes() => Prop.ForAll(Edits.ToArbitrary(), edits =>
    {
        var table = edits.Aggregate(SomeLines.TableOf(View, "AT"), (table, edit) => table.Type(edit.Line.Kind, edit.Line.Id, edit.Field.Name, edit.Cell));
        var read = SomeTable.ReadXlsxAsync(SomeTable.XlsxAsync(table).GetAwaiter().GetResult()).GetAwaiter().GetResult();

        var reading = SomeLines.Read(read, View, "AT");

        Assert.Empty(reading.Faults);
        Assert.Equal(
            edits.Select(edit => $"{edit.Line.Id} {edit.Field.Name}: {edit.Field.Read(edit.Line.Part)} > {WrittenForms.Tidy(edit.Text)}").Order(),
            reading.Changes.SelectMany(row => row.Change.Fields.Select(field => $"{row.Change.LineId} {field.Name}: {field.Before} > {field.After}")).Order());
        Assert.All(reading.Changes, row => Assert.Equal((LineAct.Change, "AT"), (row.Change.Act, row.StateCode)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_rows_of_changes_are_named()
    {
        var reading = SomeLines.Read(SomeLines.TableOf(View, "AT").Type(LineKind.ContactPoint, "AT-001-c2", "Value", "other@example.org"), View, "AT");

        var row = Assert.Single(reading.Changes);
        Assert.Equal("ContactPoints, row 3", row.Row.ToString());
    }

    [Fact]
    public void New_rows_add_an_authority_with_what_belongs_to_it()
    {
        var table = SomeLines.TableOf(View, "AT")
            .Add(LineKind.Authority, ("Authority", "new1"), ("Name", "New office"))
            .Add(LineKind.Designation, ("AuthorityId", "new1"), ("Function", "Prevention of Function"))
            .Add(LineKind.ContactPoint, ("AuthorityId", "new1"), ("Kind", "Email of ContactKind"), ("Value", "new@example.org"))
            .Add(LineKind.ContactPoint, ("ContactPoint", "new1"), ("AuthorityId", "AT-002"), ("Kind", "Phone of ContactKind"), ("Value", "+43 1 2345678"))
            .Add(LineKind.Notice, ("Text", "Closed."), ("AuthorityId", "new1"), ("From", "2026-12-24"), ("Until", "2027-01-06"));

        var reading = SomeLines.Read(table, View, "AT");

        Assert.Empty(reading.Faults);
        Assert.Equal(
            ["Authority AT new1 Name", "Designation new1 new2 Function", "ContactPoint new1 new3 Kind,Value", "ContactPoint AT-002 new4 Kind,Value", "Notice AT new5 Text,AuthorityId,From,Until"],
            reading.Changes.Select(row => $"{row.Change.Kind} {row.Change.RecordId} {row.Change.LineId} {string.Join(',', row.Change.Fields.Select(field => field.Name))}"));
        Assert.All(reading.Changes, row => Assert.Equal(LineAct.Add, row.Change.Act));
    }

    [Fact]
    public void A_contact_point_goes_only_when_its_row_says_so()
    {
        var table = SomeLines.TableOf(View, "AT").Type(LineKind.ContactPoint, "AT-001-c2", "Remove", "yes").With(LineKind.ContactPoint, sheet => sheet with { Rows = [.. sheet.Rows.Skip(1)] });

        var change = Assert.Single(SomeLines.Read(table, View, "AT").Changes).Change;

        Assert.Equal((LineAct.Remove, "AT-001-c2"), (change.Act, change.LineId));
    }

    [Fact]
    public void What_is_missing_changes_nothing()
    {
        var table = SomeLines.TableOf(View, "AT").Without(LineKind.Authority, "Name").Type(LineKind.Authority, "AT-001", "Acronym", "BMJ");

        var change = Assert.Single(SomeLines.Read(new Table([.. table.Sheets.Skip(1)]), View, "AT").Changes).Change;

        Assert.Equal(["Acronym"], change.Fields.Select(field => field.Name));
    }

    [Fact]
    public void Sheets_are_known_whatever_their_tabs_say()
    {
        var table = SomeLines.TableOf(View, "AT").Type(LineKind.State, "AT", "MissionCity", "New York");

        var reading = SomeLines.Read(new Table([.. table.Sheets.Select((sheet, index) => sheet with { Name = $"Tab {index}" })]), View, "AT");

        Assert.Equal("Tab 0, row 2", Assert.Single(reading.Changes).Row.ToString());
    }

    [Fact]
    public void Labels_are_read_in_every_language_that_is_served()
    {
        var table = LineTable.Of(SomeLines.States(View, "AT"), SomeLines.In(" fr"));

        var reading = LineTableReader.Read(new(table, [], []), View, SomeLines.States(View, "AT"), [SomeLines.Words, SomeLines.In(" fr")], null, TestContext.Current.CancellationToken);

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Changes);
    }

    [Fact]
    public void Several_States_change_in_one_file()
    {
        var table = SomeLines.TableOf(View, "AT", "FR")
            .Type(LineKind.Authority, "AT-002", "Acronym", "A").Type(LineKind.Authority, "FR-001", "Acronym", "F")
            .Add(LineKind.Authority, ("StateCode", "FR"), ("Authority", "new7"), ("Name", "Agence")).Add(LineKind.Designation, ("AuthorityId", "new7"), ("Function", "Prevention"));

        var reading = SomeLines.Read(table, View, "AT", "FR");

        Assert.Empty(reading.Faults);
        Assert.Equal(["AT AT-002", "FR FR-001", "FR new7", "FR new8"], reading.Changes.Select(row => $"{row.StateCode} {row.Change.LineId}"));
    }

    private static readonly Line[] Lines = [.. Line.Of(View.State("AT")!)];

    /// <summary>Some cells, each once, typed over: any text where any may stand, another label where there is a list.</summary>
    private static Gen<Edit[]> Edits { get; } = Gen.Elements(
        [.. Lines.SelectMany(line => line.Fields.Where(field => field.Form is FieldForm.Text or FieldForm.LongText or FieldForm.Code && field.Name is not ("Value" or "NativeName" or "Instrument") && !(line.Kind == LineKind.ContactPoint && field.Name == "Kind"))
            .Select(field => (line, field)))])
        .SelectMany(each => Text(each.field, each.line).Select(text => new Edit(each.line, each.field, text)))
        .Where(edit => WrittenForms.Tidy(edit.Text) != edit.Field.Read(edit.Line.Part))
        .ArrayOf().Select(edits => edits.DistinctBy(edit => (edit.Line.Id, edit.Field.Name)).ToArray());

    private static Gen<string> Text(LineField field, Line line) => field.LabelList is not null ? Gen.Elements([.. field.Options])
        : SomeTable.Text.Where(text => field.Fault(line.Id, WrittenForms.Tidy(text), View) is null && (WrittenForms.Tidy(text).Length > 0 || field.Name != "InstrumentNote"));

    private sealed record Edit(Line Line, LineField Field, string Text)
    {
        public string Cell => Field.LabelList is { } list ? $"{Text} of {list}" : Text;
    }
}
