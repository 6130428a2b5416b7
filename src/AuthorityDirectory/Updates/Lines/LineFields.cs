using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Updates.Lines;

/// <summary>Every field that a State may write, by the kind of line: the one table that forms, spreadsheets, differences and the API go by.</summary>
public static class LineFields
{
    private static readonly Dictionary<LineKind, IReadOnlyList<LineField>> Tables = new()
    {
        [LineKind.State] = new FieldTable<State>()
            .Languages("AcceptedLanguages", s => s.AcceptedLanguages, (s, v) => s with { AcceptedLanguages = v })
            .Code("ExtraditionBasis", Codes.ExtraditionBases, s => s.ExtraditionBasis, (s, v) => s with { ExtraditionBasis = v })
            .Code("InterpolRoute", Codes.InterpolRoutes, s => s.InterpolRoute, (s, v) => s with { InterpolRoute = v })
            .TimeZone("TimeZone", s => s.TimeZone, (s, v) => s with { TimeZone = v! }, required: true)
            .Links("Links", s => s.Links, (s, v) => s with { Links = v })
            .Text("MissionAddressee", s => s.Mission.Addressee, (s, v) => s with { Mission = s.Mission with { Addressee = v } })
            .Texts("MissionAddressLines", s => s.Mission.Address.Lines, (s, v) => s with { Mission = s.Mission with { Address = s.Mission.Address with { Lines = v } } })
            .Text("MissionPostalCode", s => s.Mission.Address.PostalCode, (s, v) => s with { Mission = s.Mission with { Address = s.Mission.Address with { PostalCode = v } } }, most: 20)
            .Text("MissionCity", s => s.Mission.Address.City, (s, v) => s with { Mission = s.Mission with { Address = s.Mission.Address with { City = v } } })
            .Country("MissionCountryCode", s => s.Mission.Address.CountryCode, (s, v) => s with { Mission = s.Mission with { Address = s.Mission.Address with { CountryCode = v } } })
            .Fields,
        [LineKind.Authority] = new FieldTable<Authority>()
            .Text("Name", a => a.Name, (a, v) => a with { Name = v! }, required: true)
            .Text("NativeName", a => a.NativeName, (a, v) => a with { NativeName = v })
            .Language("NativeNameLanguage", a => a.NativeNameLanguage, (a, v) => a with { NativeNameLanguage = v })
            .Translations("Translations", a => a.Translations, (a, v) => a with { Translations = v })
            .Texts("FormerNames", a => a.FormerNames, (a, v) => a with { FormerNames = v })
            .Text("Acronym", a => a.Acronym, (a, v) => a with { Acronym = v }, most: 50)
            .Code("Kind", Codes.AuthorityKinds, a => a.Kind, (a, v) => a with { Kind = v })
            .Texts("AddressLines", a => a.Address.Lines, (a, v) => a with { Address = a.Address with { Lines = v } })
            .Text("PostalCode", a => a.Address.PostalCode, (a, v) => a with { Address = a.Address with { PostalCode = v } }, most: 20)
            .Text("City", a => a.Address.City, (a, v) => a with { Address = a.Address with { City = v } })
            .Country("CountryCode", a => a.Address.CountryCode, (a, v) => a with { Address = a.Address with { CountryCode = v } })
            .WebAddress("Website", a => a.Website, (a, v) => a with { Website = v })
            .Languages("WorkingLanguages", a => a.WorkingLanguages, (a, v) => a with { WorkingLanguages = v })
            .Channels("Channels", a => a.Channels, (a, v) => a with { Channels = v })
            .Text("OfficeHours", a => a.OfficeHours, (a, v) => a with { OfficeHours = v })
            .TimeZone("TimeZone", a => a.TimeZone, (a, v) => a with { TimeZone = v })
            .Code("Status", Codes.AuthorityStatuses, a => a.Status, (a, v) => a with { Status = v })
            .Authority("SuccessorId", a => a.SuccessorId, (a, v) => a with { SuccessorId = v })
            .Fields,
        [LineKind.Designation] = new FieldTable<Designation>()
            .Code("Function", Codes.Functions, d => d.Function, (d, v) => d with { Function = v }, mustBeGiven: true)
            .Code("Instrument", Codes.Instruments, d => d.Instrument, (d, v) => d with { Instrument = v })
            .Text("InstrumentNote", d => d.InstrumentNote, (d, v) => d with { InstrumentNote = v })
            .Code("Rank", Codes.Ranks, d => d.Rank, (d, v) => d with { Rank = v })
            .Text("Territory", d => d.Scope.Territory, (d, v) => d with { Scope = d.Scope with { Territory = v } })
            .Text("Subject", d => d.Scope.Subject, (d, v) => d with { Scope = d.Scope with { Subject = v } })
            .Text("Stage", d => d.Scope.Stage, (d, v) => d with { Scope = d.Scope with { Stage = v } })
            .Day("ValidFrom", d => d.ValidFrom, (d, v) => d with { ValidFrom = v })
            .Day("ValidTo", d => d.ValidTo, (d, v) => d with { ValidTo = v })
            .Languages("AcceptedLanguages", d => d.AcceptedLanguages, (d, v) => d with { AcceptedLanguages = v })
            .Channels("Channels", d => d.Channels, (d, v) => d with { Channels = v })
            .Code("InterpolRoute", Codes.InterpolRoutes, d => d.InterpolRoute, (d, v) => d with { InterpolRoute = v })
            .LongText("UrgentProcedure", d => d.UrgentProcedure, (d, v) => d with { UrgentProcedure = v })
            .LongText("Requirements", d => d.Requirements, (d, v) => d with { Requirements = v })
            .Texts("AreasOfAssistance", d => d.AreasOfAssistance, (d, v) => d with { AreasOfAssistance = v })
            .Fields,
        [LineKind.ContactPoint] = new FieldTable<ContactPoint>()
            .Code("Kind", Codes.ContactKinds, c => c.Kind, (c, v) => c with { Kind = v }, mustBeGiven: true)
            .Text("Value", c => c.Value, (c, v) => c with { Value = v! }, required: true)
            .Code("Purpose", Codes.ContactPurposes, c => c.Purpose, (c, v) => c with { Purpose = v })
            .Text("Role", c => c.Role, (c, v) => c with { Role = v })
            .Languages("Languages", c => c.Languages, (c, v) => c with { Languages = v })
            .Code("Visibility", Codes.Audiences, c => c.Visibility, (c, v) => c with { Visibility = v })
            .Fields,
        [LineKind.Notice] = new FieldTable<Notice>()
            .LongText("Text", n => n.Text, (n, v) => n with { Text = v! }, required: true, most: 1000)
            .Language("Language", n => n.Language, (n, v) => n with { Language = v })
            .Authority("AuthorityId", n => n.AuthorityId, (n, v) => n with { AuthorityId = v })
            .Day("From", n => n.From, (n, v) => n with { From = v!.Value }, required: true)
            .Day("Until", n => n.Until, (n, v) => n with { Until = v!.Value }, required: true)
            .Fields,
    };

    /// <summary>The fields of a kind of line, in the order in which they are asked for.</summary>
    public static IReadOnlyList<LineField> Of(LineKind kind) => Tables[kind];

    /// <summary>The field of this name; null when the kind has none.</summary>
    public static LineField? Find(LineKind kind, string name) => Tables[kind].FirstOrDefault(field => field.Name == name);
}
