using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class AuthoritiesFile
{
    public const string Name = "authorities.csv";

    private const string CommonlyKnown = "GeneralKnowledge";

    private static readonly Columns Columns = new();
    private static readonly Column<string> Id = Columns.Add("id", Forms.AuthorityId, isKey: true);
    private static readonly Column<string> StateCode = Columns.Add("state_code", Forms.StateCode, refersTo: StatesFile.Name);
    private static readonly Column<string> AuthorityName = Columns.Add("name", Cells.Text);
    private static readonly Column<string?> NativeName = Columns.Add("native_name", Cells.OptionalText);
    private static readonly Column<string?> NativeNameLanguage = Columns.Add("native_name_language", Cells.OptionalLanguage);
    private static readonly Column<string?> NativeNameBasis = Columns.Add("native_name_basis", Cells.OptionalWord("Source", CommonlyKnown));
    private static readonly Column<IReadOnlyList<string>> FormerNames = Columns.Add("former_names", Cells.Texts);
    private static readonly Column<string?> Acronym = Columns.Add("acronym", Cells.OptionalText);
    private static readonly Column<AuthorityKind> Kind = Columns.Add("kind", Cells.Code(Codes.AuthorityKinds));
    private static readonly Column<IReadOnlyList<string>> AddressLines = Columns.Add("address_lines", Cells.Texts);
    private static readonly Column<string?> City = Columns.Add("city", Cells.OptionalText);
    private static readonly Column<string?> PostalCode = Columns.Add("postal_code", Cells.OptionalText);
    private static readonly Column<string?> CountryCode = Columns.Add("country_code", Forms.OptionalStateCode);
    private static readonly Column<string?> Email = Columns.Add("email", Cells.OptionalEmail);
    private static readonly Column<string?> Phone = Columns.Add("phone", Cells.OptionalPhone);
    private static readonly Column<DialableFrom?> DialableFrom = Columns.Add("phone_dialable_from", Cells.OptionalCode(Codes.DialableFrom));
    private static readonly Column<string?> Website = Columns.Add("website", Cells.OptionalUrl);
    private static readonly Column<AuthorityStatus> Status = Columns.Add("status", Cells.Code(Codes.AuthorityStatuses));
    private static readonly Column<IReadOnlyList<string>> WorkingLanguages = Columns.Add("working_languages", Cells.Languages);
    private static readonly SourceColumns Source = new(Columns);

    public static readonly SeedFile<Authority> Form = new(Name, Columns, row =>
    {
        row.RequirePrefix(Id, StateCode);
        row.RequireTogether(NativeName, NativeNameLanguage);
        row.RequireTogether(NativeName, NativeNameBasis);
        row.RequireTogether(Phone, DialableFrom);
        return new()
        {
            Id = row.Get(Id),
            StateCode = row.Get(StateCode),
            Name = row.Get(AuthorityName),
            NativeName = row.Get(NativeName),
            NativeNameLanguage = row.Get(NativeNameLanguage),
            FormerNames = row.Get(FormerNames),
            Acronym = row.Get(Acronym),
            Kind = row.Get(Kind),
            Address = new() { Lines = row.Get(AddressLines), City = row.Get(City), PostalCode = row.Get(PostalCode), CountryCode = row.Get(CountryCode) },
            ContactPoints = [.. Contacts(row)],
            Website = row.Get(Website),
            Status = row.Get(Status),
            WorkingLanguages = row.Get(WorkingLanguages),
            Source = SourceOf(row),
        };
    });

    private static IEnumerable<ContactPoint> Contacts(SeedRow row)
    {
        var number = 0;
        if (row.Get(Email) is { } email)
        {
            yield return new() { Id = $"{row.Text(Id)}-c{++number}", Kind = ContactKind.Email, Value = email };
        }

        if (row.Get(Phone) is { } phone)
        {
            yield return new() { Id = $"{row.Text(Id)}-c{++number}", Kind = ContactKind.Phone, Value = phone, DialableFrom = row.Get(DialableFrom) ?? default };
        }
    }

    /// <summary>A reader who weighs the entry must know which name was not read on the cited page.</summary>
    private static Source SourceOf(SeedRow row)
    {
        var source = Source.Read(row);
        return row.Get(NativeNameBasis) == CommonlyKnown
            ? source with { Note = $"{source.Note} The name in the national language is as commonly known; it was not read in the source.".TrimStart() }
            : source;
    }
}
