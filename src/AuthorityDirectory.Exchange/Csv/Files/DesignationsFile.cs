using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class DesignationsFile
{
    private static readonly Columns Columns = new();
    private static readonly Column<string> Id = Columns.Add("id", Forms.DesignationId, isKey: true);
    private static readonly Column<string> AuthorityId = Columns.Add("authority_id", Forms.AuthorityId, refersTo: AuthoritiesFile.Name);
    private static readonly Column<string> StateCode = Columns.Add("state_code", Forms.StateCode, refersTo: StatesFile.Name);
    private static readonly Column<Function> Function = Columns.Add("function", Cells.ShortCode(Codes.Functions));
    private static readonly Column<Instrument> Instrument = Columns.Add("instrument", Cells.Code(Codes.Instruments));
    private static readonly Column<string?> InstrumentNote = Columns.Add("instrument_note", Cells.OptionalText);
    private static readonly Column<Rank> Rank = Columns.Add("rank", Cells.Code(Codes.Ranks));
    private static readonly Column<string?> Territory = Columns.Add("scope_territory", Cells.OptionalText);
    private static readonly Column<string?> Subject = Columns.Add("scope_subject", Cells.OptionalText);
    private static readonly Column<string?> Stage = Columns.Add("scope_stage", Cells.OptionalText);
    private static readonly Column<DateOnly?> ValidFrom = Columns.Add("valid_from", Cells.OptionalDate);
    private static readonly Column<DateOnly?> ValidTo = Columns.Add("valid_to", Cells.OptionalDate);
    private static readonly Column<IReadOnlyList<string>> AcceptedLanguages = Columns.Add("accepted_languages", Cells.Languages);
    private static readonly Column<IReadOnlyList<string>> Channels = Columns.Add("channels", Cells.WordList, refersTo: ChannelsFile.Name);
    private static readonly Column<string?> UrgentProcedure = Columns.Add("urgent_procedure", Cells.OptionalText);
    private static readonly Column<string?> Requirements = Columns.Add("requirements", Cells.OptionalText);
    private static readonly SourceColumns Source = new(Columns);

    public static readonly SeedFile<(string AuthorityId, Designation Designation)> Form = new("designations.csv", Columns, row =>
    {
        row.RequirePrefix(Id, AuthorityId);
        row.RequirePrefix(AuthorityId, StateCode);
        row.RequireOrder(ValidFrom, ValidTo);
        RequireNameOfInstrument(row);
        return (row.Get(AuthorityId), new()
        {
            Id = row.Get(Id),
            Function = row.Get(Function),
            Instrument = row.Get(Instrument),
            InstrumentNote = row.Get(InstrumentNote),
            Rank = row.Get(Rank),
            Scope = new(row.Get(Territory), row.Get(Subject), row.Get(Stage)),
            ValidFrom = row.Get(ValidFrom),
            ValidTo = row.Get(ValidTo),
            AcceptedLanguages = row.Get(AcceptedLanguages),
            Channels = row.Get(Channels),
            UrgentProcedure = row.Get(UrgentProcedure),
            Requirements = row.Get(Requirements),
            Source = Source.Read(row),
        });
    });

    private static void RequireNameOfInstrument(SeedRow row)
    {
        if (row.Text(Instrument) is "OtherTreaty" or "NationalLaw" && row.Text(InstrumentNote).Length == 0)
        {
            row.Report(InstrumentNote, "The other treaty or the law is not named.", "Name it, or write NotStated as the instrument.");
        }
    }
}
