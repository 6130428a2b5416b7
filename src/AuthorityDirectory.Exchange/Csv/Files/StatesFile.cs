using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class StatesFile
{
    public const string Name = "states.csv";

    private static readonly DateOnly ConventionInForce = new(2005, 12, 14);

    private static readonly Columns Columns = new();
    private static readonly Column<string> Code = Columns.Add("code", Forms.StateCode, isKey: true);
    private static readonly Column<string?> Alpha3 = Columns.Add("alpha3", Forms.OptionalAlpha3);
    private static readonly Column<string?> M49 = Columns.Add("m49", Forms.OptionalM49);
    private static readonly Column<StateKind> Kind = Columns.Add("kind", Cells.Code(Codes.StateKinds));
    private static readonly Column<ConventionStatus> Status = Columns.Add("status", Cells.Code(Codes.ConventionStatuses));
    private static readonly Column<string> NameEn = Columns.Add("name_en", Cells.Text);
    private static readonly Column<string> NameFr = Columns.Add("name_fr", Cells.Text);
    private static readonly Column<string> NameEs = Columns.Add("name_es", Cells.Text);
    private static readonly Column<string> NameRu = Columns.Add("name_ru", Cells.Text);
    private static readonly Column<string> NameZh = Columns.Add("name_zh", Cells.Text);
    private static readonly Column<string> NameAr = Columns.Add("name_ar", Cells.Text);
    private static readonly Column<string> FormalName = Columns.Add("formal_name", Cells.Text);
    private static readonly Column<RegionalGroup?> Group = Columns.Add("regional_group", Cells.OptionalCode(Codes.RegionalGroups));
    private static readonly Column<DateOnly?> SignedOn = Columns.Add("signed_on", Cells.OptionalDate);
    private static readonly Column<DateOnly?> ConsentOn = Columns.Add("consent_on", Cells.OptionalDate);
    private static readonly Column<ConsentForm?> ConsentBy = Columns.Add("consent_by", Cells.OptionalCode(Codes.ConsentForms));
    private static readonly Column<DateOnly?> InForceOn = Columns.Add("in_force_on", Cells.OptionalDate);
    private static readonly Column<IReadOnlyList<string>> OfficialLanguages = Columns.Add("official_languages", Cells.Languages);
    private static readonly Column<IReadOnlyList<string>> AcceptedLanguages = Columns.Add("accepted_languages", Cells.Languages);
    private static readonly Column<ExtraditionBasis> Basis = Columns.Add("extradition_basis", Cells.Code(Codes.ExtraditionBases));
    private static readonly Column<string> TimeZone = Columns.Add("time_zone", Forms.TimeZone);
    private static readonly SourceColumns Source = new(Columns);

    public static readonly SeedFile<State> Form = new(Name, Columns, row =>
    {
        row.RequireOrder(SignedOn, ConsentOn);
        RequireThirtiethDay(row);
        return new()
        {
            Code = row.Get(Code),
            Alpha3 = row.Get(Alpha3),
            M49 = row.Get(M49),
            Kind = row.Get(Kind),
            ConventionStatus = row.Get(Status),
            Name = new(row.Get(NameEn), row.Get(NameFr), row.Get(NameEs), row.Get(NameRu), row.Get(NameZh), row.Get(NameAr)),
            FormalName = row.Get(FormalName),
            RegionalGroup = row.Get(Group),
            SignedOn = row.Get(SignedOn),
            ConsentOn = row.Get(ConsentOn),
            ConsentBy = row.Get(ConsentBy),
            InForceOn = row.Get(InForceOn),
            OfficialLanguages = row.Get(OfficialLanguages),
            AcceptedLanguages = row.Get(AcceptedLanguages),
            ExtraditionBasis = row.Get(Basis),
            TimeZone = row.Get(TimeZone),
            Source = Source.Read(row),
        };
    });

    /// <summary>Article 68: the thirtieth day after the deposit, or the day on which the Convention itself entered into force, whichever is later. A successor State is bound from another day.</summary>
    private static void RequireThirtiethDay(SeedRow row)
    {
        var thirtieth = ConsentOn.Read(row.Text(ConsentOn)).Value?.AddDays(30);
        var inForce = thirtieth < ConventionInForce ? ConventionInForce : thirtieth;
        if (ConsentBy.Read(row.Text(ConsentBy)).Value != ConsentForm.Succession && InForceOn.Read(row.Text(InForceOn)).Value is { } written && written != inForce)
        {
            row.Report(InForceOn, $"The day {written:yyyy-MM-dd} does not follow from consent_on.", inForce is null ? "Leave it empty: the day of consent is not known." : $"Write {inForce:yyyy-MM-dd}: the thirtieth day after the deposit, never before 2005-12-14.");
        }
    }
}
