using System.Runtime.CompilerServices;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.Support;

/// <summary>States with every field filled, their table, and what becomes of it when it comes back.</summary>
public static class SomeLines
{
    public static readonly DateOnly Day = new(2026, 11, 21);

    /// <summary>Words that show which key they stand for; faults in order of their values.</summary>
    public static readonly SheetWords Words = In("");

    private static readonly Lazy<DirectoryView> Seed = new(() => TrialDirectory.View(Day, [.. SeedReader.Read(SeedFolder()).Records]));

    public static DirectoryView SeedView => Seed.Value;

    public static SheetWords In(string language) => new(
        kind => $"{kind}s{language}", (_, field) => $"The {field}{language}", (list, option) => $"{option} of {list}{language}", key => $"Column {key}", $"Yes{language}",
        (fault, values) => ($"{fault}({string.Join('|', values)})", $"Mend {fault}."));

    public static State Austria { get; } = Some.State() with
    {
        AcceptedLanguages = ["de", "en"],
        Links = [new(LinkKind.Legislation, "https://ris.example/law", "de", new DateOnly(2024, 5, 1))],
        Mission = new() { Addressee = "Permanent Mission of Austria", Address = new() { Lines = ["Line 1", "Line 2"], City = "Vienna", PostalCode = "0107", CountryCode = "AT" } },
    };

    public static Authority Ministry { get; } = Some.Authority() with
    {
        NativeName = "Bundesministerium",
        NativeNameLanguage = "de",
        Translations = [new("fr", "Ministère"), new("ar", "وزارة")],
        FormerNames = ["=1+1", "Chancellery"],
        Acronym = "1e5",
        Address = new() { Lines = ["Museumstrasse 7"], City = "Vienna", PostalCode = "01070", CountryCode = "AT" },
        Website = "https://justice.example",
        WorkingLanguages = ["de"],
        Channels = ["email"],
        OfficeHours = "8-16",
        TimeZone = "Europe/Vienna",
        Designations =
        [
            Some.Designation() with { InstrumentNote = "art. 46(13)", ValidFrom = new(2010, 1, 1), ValidTo = new(2030, 12, 31), AcceptedLanguages = ["de", "en"], UrgentProcedure = "By telephone\nfirst.", Scope = new() { Subject = "Tax" } },
            Some.Designation("AT-001-d2", Function.Extradition) with { InstrumentNote = "art. 44" },
        ],
    };

    private static Channel Email => new() { Code = "email", Name = "E-mail", Description = "A mailbox.", Source = Some.Source };

    private static Notice Notice => new() { Id = "AT-n1", StateCode = "AT", AuthorityId = "AT-001", Text = "Until further notice\nuse e-mail.", Language = "en", From = new(2026, 1, 1), Until = new(2027, 1, 1), Source = Some.Source };

    public static DirectoryRecord[] Records =>
        [Austria, Some.State("FR", "France"), Email, Ministry, Some.Authority("AT-002", "Office, \"second\""), Some.Authority("FR-001", "Ministère"), Notice];

    public static DirectoryView View(params DirectoryRecord[] instead) =>
        TrialDirectory.View(Day, [.. Records.Where(record => instead.All(other => other.Key != record.Key)), .. instead]);

    public static Table TableOf(DirectoryView view, params string[] states) => LineTable.Of(States(view, states), Words);

    public static IReadOnlyList<StateEntry> States(DirectoryView view, params string[] codes) => [.. codes.Select(code => view.State(code)!)];

    public static LineReading Read(Table table, DirectoryView view, params string[] states) => Read(new TableReading(table, [], []), view, states);

    public static LineReading Read(TableReading reading, DirectoryView view, params string[] states) =>
        LineTableReader.Read(reading, view, States(view, states), [Words], null, TestContext.Current.CancellationToken);

    /// <summary>The table with a cell of the row of a line, or of row 2 and on when the line is a number, as typed.</summary>
    public static Table Type(this Table table, LineKind kind, string line, string key, string text) => table.With(kind, sheet =>
    {
        var column = sheet.Columns.ToList().FindIndex(each => each.Key == key);
        var row = sheet.Rows.ToList().FindIndex(each => each.Cells[0] == line);
        return sheet with { Rows = [.. sheet.Rows.Select((each, index) => index == row ? each with { Cells = [.. each.Cells.Select((cell, at) => at == column ? text : cell)] } : each)] };
    });

    /// <summary>The table with a row more.</summary>
    public static Table Add(this Table table, LineKind kind, params (string Key, string Text)[] cells) => table.With(kind, sheet => sheet with
    {
        Rows = [.. sheet.Rows, new SheetRow(sheet.Rows.Count + 2, [.. sheet.Columns.Select(column => cells.FirstOrDefault(cell => cell.Key == column.Key).Text ?? "")])],
    });

    public static Table Without(this Table table, LineKind kind, string key) => table.With(kind, sheet =>
    {
        var index = sheet.Columns.ToList().FindIndex(column => column.Key == key);
        return sheet with { Columns = [.. sheet.Columns.Where((_, at) => at != index)], Rows = [.. sheet.Rows.Select(row => row with { Cells = [.. row.Cells.Where((_, at) => at != index)] })] };
    });

    public static Table With(this Table table, LineKind kind, Func<Sheet, Sheet> change) => new([.. table.Sheets.Select(sheet => sheet.Name == $"{kind}s" ? change(sheet) : sheet)]);

    private static string SeedFolder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "seed-data"));
}
