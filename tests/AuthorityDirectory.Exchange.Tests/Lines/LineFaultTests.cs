using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Exchange.Tests.Support;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Updates;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Exchange.Tests.Lines;

/// <summary>Whatever is wrong is named with its place, and then nothing changes.</summary>
public sealed class LineFaultTests
{
    private static readonly DirectoryView View = SomeLines.View();

    [Theory]
    [InlineData(LineKind.ContactPoint, "AT-001-c1", "Value", "office at example", "ContactPoints!E2: NotAnEmail(office at example) Mend NotAnEmail.")]
    [InlineData(LineKind.ContactPoint, "AT-001-c3", "Value", "", "ContactPoints!E4: Required() Mend Required.")]
    [InlineData(LineKind.ContactPoint, "AT-001-c1", "Kind", "Telegraph", "ContactPoints!D2: NotOnList(Telegraph|Email of ContactKind, Phone of ContactKind, Fax of ContactKind, Other of ContactKind) Mend NotOnList.")]
    [InlineData(LineKind.ContactPoint, "AT-001-c1", "Kind", "", "ContactPoints!D2: Required() Mend Required.")]
    [InlineData(LineKind.ContactPoint, "AT-001-c1", "Remove", "perhaps", "ContactPoints!J2: NotOnList(perhaps|Yes) Mend NotOnList.")]
    [InlineData(LineKind.Designation, "AT-001-d1", "ValidTo", "2009-01-01", "Designations!L2: EndsBeforeItBegins(2010-01-01) Mend EndsBeforeItBegins.")]
    [InlineData(LineKind.Designation, "AT-001-d1", "ValidFrom", "1 January", "Designations!K2: NotADay(1 January) Mend NotADay.")]
    [InlineData(LineKind.Authority, "AT-001", "NativeName", "", "Authoritys!C2: NeedsOther(The NativeNameLanguage) Mend NeedsOther.")]
    [InlineData(LineKind.Authority, "AT-001", "Name", "a\u202Eb", "Authoritys!B2: ForbiddenCharacter(U+202E) Mend ForbiddenCharacter.")]
    [InlineData(LineKind.Authority, "AT-001", "Channels", "email pigeon", "Authoritys!O2: NotAChannel(pigeon|email) Mend NotAChannel.")]
    [InlineData(LineKind.Authority, "AT-001", "SuccessorId", "FR-001", "Authoritys!S2: NotAnAuthority(FR-001) Mend NotAnAuthority.")]
    [InlineData(LineKind.Authority, "AT-001", "Authority", "AT-009", "Authoritys!A2: UnknownLine(AT-009) Mend UnknownLine.")]
    [InlineData(LineKind.Authority, "AT-001", "Authority", "FR-001", "Authoritys!A2: UnknownLine(FR-001) Mend UnknownLine.")]
    [InlineData(LineKind.Authority, "AT-001", "Authority", "AT-001-d1", "Authoritys!A2: UnknownLine(AT-001-d1) Mend UnknownLine.")]
    [InlineData(LineKind.Authority, "AT-001", "Authority", "newest", "Authoritys!A2: UnknownLine(newest) Mend UnknownLine.")]
    [InlineData(LineKind.Authority, "AT-001", "Authority", "AT-002", "Authoritys!A3: Repeated(Authoritys!A2) Mend Repeated.")]
    [InlineData(LineKind.ContactPoint, "AT-001-c1", "AuthorityId", "AT-002", "ContactPoints!B2: Elsewhere(AT-001) Mend Elsewhere.")]
    [InlineData(LineKind.State, "AT", "State", "", "States!A2: NewState() Mend NewState.")]
    public void A_cell_that_cannot_be_is_named(LineKind kind, string line, string key, string text, string fault) =>
        Refuses(SomeLines.TableOf(View, "AT").Type(kind, line, key, text), fault);

    [Theory]
    [InlineData("AuthorityId", "", "Designations!B5: NoAuthority() Mend NoAuthority.")]
    [InlineData("AuthorityId", "FR-001", "Designations!B5: UnknownAuthority(FR-001) Mend UnknownAuthority.")]
    [InlineData("AuthorityId", "new1", "Designations!B5: UnknownAuthority(new1) Mend UnknownAuthority.")]
    [InlineData("AuthorityId", "AT-002", "Designations!D5: Required() Mend Required.")]
    public void A_new_row_that_cannot_be_is_named(string key, string text, string fault) =>
        Refuses(SomeLines.TableOf(View, "AT").Add(LineKind.Designation, (key, text), ("Subject", "Tax")), fault);

    [Fact]
    public void A_new_row_is_not_removed() => Refuses(
        SomeLines.TableOf(View, "AT").Add(LineKind.ContactPoint, ("AuthorityId", "AT-001"), ("Remove", "Yes")), "ContactPoints!J8: RemovedNew() Mend RemovedNew.");

    [Fact]
    public void Two_new_authorities_have_two_names() => Refuses(
        SomeLines.TableOf(View, "AT").Add(LineKind.Authority, ("Authority", "new1"), ("Name", "A")).Add(LineKind.Authority, ("Authority", "NEW1"), ("Name", "B")),
        "Authoritys!A5: Repeated(Authoritys!A4) Mend Repeated.");

    [Fact]
    public void What_belongs_to_a_faulty_new_authority_is_not_blamed_for_it() => Refuses(
        SomeLines.TableOf(View, "AT").Add(LineKind.Authority, ("Authority", "new1"), ("Name", "A"), ("Kind", "Castle")).Add(LineKind.Designation, ("AuthorityId", "new1"), ("Function", "Prevention")),
        "Authoritys!H4: NotOnList(Castle|" + string.Join(", ", Codes.AuthorityKinds.All.Select(kind => $"{kind} of AuthorityKind")) + ") Mend NotOnList.");

    [Fact]
    public void Where_several_States_are_a_new_row_says_whose_it_is()
    {
        var table = SomeLines.TableOf(View, "AT", "FR");

        Refuses(table.Add(LineKind.Authority, ("Name", "A")), "Authoritys!B5: NoState() Mend NoState.", "AT", "FR");
        Refuses(table.Add(LineKind.Authority, ("Name", "A"), ("StateCode", "DE")), "Authoritys!B5: UnknownState(DE) Mend UnknownState.", "AT", "FR");
        Refuses(table.Type(LineKind.Authority, "AT-001", "StateCode", "FR"), "Authoritys!B2: Elsewhere(AT) Mend Elsewhere.", "AT", "FR");
        Refuses(table.Add(LineKind.Designation, ("AuthorityId", "AT-001"), ("StateCode", "FR"), ("Function", "Prevention")), "Designations!B6: Elsewhere(AT) Mend Elsewhere.", "AT", "FR");
    }

    [Fact]
    public void Sheets_and_columns_that_the_directory_does_not_know_are_named()
    {
        var table = SomeLines.TableOf(View, "AT");

        Refuses(table.Without(LineKind.Authority, "Authority"), "Authoritys: UnknownSheet([State], [Authority], [Designation], [ContactPoint], [Notice]) Mend UnknownSheet.");
        Refuses(table.With(LineKind.State, sheet => sheet with { Columns = [.. sheet.Columns.Select(column => column.Key == "MissionCity" ? new("Note", "Our note") : column)] }), "States!J1: UnknownColumn(Our note) Mend UnknownColumn.");
        Refuses(new Table([]), "NoSheet() Mend NoSheet.");
    }

    [Fact]
    public void A_changed_row_without_its_version_is_named()
    {
        var table = SomeLines.TableOf(View, "AT").Type(LineKind.Authority, "AT-001", "Acronym", "A");

        Refuses(table.Type(LineKind.Authority, "AT-001", "Version", ""), "Authoritys!T2: NoVersion() Mend NoVersion.");
        Refuses(table.Without(LineKind.Authority, "Version"), "Authoritys, row 2: NoVersion() Mend NoVersion.");
    }

    [Fact]
    public void What_somebody_else_changed_since_is_shown_and_not_overwritten()
    {
        var now = SomeLines.View(SomeLines.Ministry with { Acronym = "MOJ", Kind = AuthorityKind.Court });
        var table = SomeLines.TableOf(View, "AT");

        Refuses(table.Type(LineKind.Authority, "AT-001", "Acronym", "BMJ"), now, "Authoritys!T2: ChangedSince(The Acronym: MOJ; The Kind: Court of AuthorityKind) Mend ChangedSince.");
        Refuses(table.Type(LineKind.Authority, "AT-001", "Name", "Ministry"), now, "Authoritys!T2: ChangedSince(The Name: Federal Ministry of Examples; The Acronym: MOJ; The Kind: Court of AuthorityKind) Mend ChangedSince.");
        Assert.Equal(["AT-002"], Changed(table.Type(LineKind.Authority, "AT-002", "Acronym", "X"), now));
        Assert.Empty(Changed(table.Type(LineKind.Authority, "AT-001", "Acronym", "MOJ").Type(LineKind.Authority, "AT-001", "Kind", "Court of AuthorityKind"), now));
    }

    [Fact]
    public void A_contact_point_that_changed_since_is_not_removed()
    {
        var now = SomeLines.View(SomeLines.Ministry with { ContactPoints = [.. SomeLines.Ministry.ContactPoints.Select(contact => contact.Id == "AT-001-c1" ? contact with { Value = "other@example.org" } : contact)] });

        var reading = SomeLines.Read(SomeLines.TableOf(View, "AT").Type(LineKind.ContactPoint, "AT-001-c1", "Remove", "Yes"), now, "AT");

        Assert.StartsWith("ContactPoints!K2: ChangedSince(", Assert.Single(reading.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_confirmation_is_no_clash()
    {
        var now = SomeLines.View(SomeLines.Ministry with { ConfirmedOn = SomeLines.Day, ConfirmedByRole = ActorRole.FocalPoint });

        Assert.Equal(["AT-001"], Changed(SomeLines.TableOf(View, "AT").Type(LineKind.Authority, "AT-001", "Acronym", "X"), now));
    }

    [Fact]
    public void One_fault_keeps_every_change_back()
    {
        var table = SomeLines.TableOf(View, "AT").Type(LineKind.Authority, "AT-002", "Acronym", "good").Type(LineKind.ContactPoint, "AT-001-c1", "Value", "bad");

        Assert.Equal((0, 1), SomeLines.Read(table, View, "AT") is var reading ? (reading.Changes.Count, reading.FaultCount) : default);
    }

    [Fact]
    public async Task A_formula_is_a_fault_and_its_cell_is_not_also_said_to_be_empty()
    {
        var file = Workbook.With("""<row r="2"><c r="A2" t="inlineStr"><is><t>AT-001</t></is></c><c r="B2"><f>HYPERLINK("x")</f><v>1</v></c></row>""")
            .Replace("xl/worksheets/sheet1.xml", xml => xml.Replace(">id<", ">[Authority]<", StringComparison.Ordinal).Replace(">phone<", ">[Name]<", StringComparison.Ordinal)).Pack();

        var reading = SomeLines.Read(await SomeTable.ReadXlsxAsync(file), View, "AT");

        Assert.Contains(reading.Faults, fault => fault.Wrong.Contains("formula", StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Faults, fault => fault.Wrong.StartsWith("Required", StringComparison.Ordinal));
        Assert.Empty(reading.Changes);
    }

    [Fact]
    public void More_lines_than_a_request_holds_are_too_many()
    {
        var ministry = SomeLines.Ministry with { ContactPoints = [.. Enumerable.Range(1, RequestCheck.MostChanges + 1).Select(number => Some.Contact($"AT-001-c{number}", ContactKind.Phone, $"+43 1 {number:D6}", Audience.Public))] };
        var view = SomeLines.View(ministry);
        var table = SomeLines.TableOf(view, "AT").With(LineKind.ContactPoint, sheet => sheet with { Rows = [.. sheet.Rows.Select(row => row with { Cells = [.. row.Cells.Select((cell, index) => index == 6 ? "Duty desk" : cell)] })] });

        Assert.Equal("TooMany(AT|2000) Mend TooMany.", Assert.Single(SomeLines.Read(table, view, "AT").Faults).ToString());
    }

    [Fact]
    public void The_first_hundred_faults_are_told_and_all_are_counted()
    {
        var table = Enumerable.Range(0, 150).Aggregate(SomeLines.TableOf(View, "AT"), (table, _) => table.Add(LineKind.Designation, ("Subject", "Tax")));

        var reading = SomeLines.Read(table, View, "AT");

        Assert.Equal((100, 150), (reading.Faults.Count, reading.FaultCount));
    }

    [Fact]
    public void Whatever_cells_hold_the_answer_is_changes_or_faults() => Prop.ForAll(
        Gen.Elements(Enum.GetValues<LineKind>()).SelectMany(kind => Gen.Choose(0, 25).SelectMany(column => Gen.Choose(0, 3).SelectMany(row => SomeTable.Text.Select(text => (kind, column, row, text))))).ArrayOf().ToArbitrary(),
        edits =>
        {
            var table = edits.Aggregate(SomeLines.TableOf(View, "AT", "FR"), (table, edit) => table.With(edit.kind, sheet => sheet with
            {
                Rows = [.. sheet.Rows.Select((row, at) => at == edit.row ? row with { Cells = [.. row.Cells.Select((cell, column) => column == edit.column ? edit.text : cell)] } : row)],
            }));

            var reading = SomeLines.Read(table, View, "AT", "FR");

            Assert.True(reading.Faults.Count == 0 || reading.Changes.Count == 0);
            Assert.All(reading.Faults, fault => Assert.NotEqual("", fault.Remedy));
        }).QuickCheckThrowOnFailure();

    private static void Refuses(Table table, string fault, params string[] states) => Refuses(table, View, fault, states.Length > 0 ? states : ["AT"]);

    private static void Refuses(Table table, DirectoryView view, string fault, params string[] states)
    {
        var reading = SomeLines.Read(table, view, states.Length > 0 ? states : ["AT"]);

        Assert.Equal(fault, reading.Faults.Count > 0 ? reading.Faults[0].ToString() : "no fault");
        Assert.Single(reading.Faults);
        Assert.Empty(reading.Changes);
    }

    private static IEnumerable<string> Changed(Table table, DirectoryView view)
    {
        var reading = SomeLines.Read(table, view, "AT");
        Assert.Empty(reading.Faults);
        return reading.Changes.Select(row => row.Change.LineId);
    }
}
