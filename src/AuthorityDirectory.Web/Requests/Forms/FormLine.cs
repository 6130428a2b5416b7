using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Web.Requests.Forms;

/// <summary>A line on a form: one that is there, one that is to be added, or an empty one to be filled in.</summary>
/// <param name="Change">The line, with what the draft says of it.</param>
/// <param name="Fields">Its fields, in the order in which they are asked for.</param>
/// <param name="IsOffer">Whether it is empty, for whoever wants to add one.</param>
public sealed record FormLine(LineChange Change, IReadOnlyList<FormField> Fields, bool IsOffer = false)
{
    /// <summary>Which fields stand together under a heading.</summary>
    private static readonly Dictionary<LineKind, (string Key, string[] Fields)[]> Groups = new()
    {
        [LineKind.State] =
        [
            ("Answers", ["AcceptedLanguages", "ExtraditionBasis", "InterpolRoute", "TimeZone", "Links"]),
            ("Mission", ["MissionAddressee", "MissionAddressLines", "MissionPostalCode", "MissionCity", "MissionCountryCode"]),
        ],
        [LineKind.Authority] =
        [
            ("Names", ["Name", "NativeName", "NativeNameLanguage", "Translations", "FormerNames", "Acronym", "Kind"]),
            ("Place", ["AddressLines", "PostalCode", "City", "CountryCode", "Website"]),
            ("Work", ["WorkingLanguages", "Channels", "OfficeHours", "TimeZone"]),
            ("Fate", ["Status", "SuccessorId"]),
        ],
        [LineKind.Designation] =
        [
            ("Act", ["Function", "Instrument", "InstrumentNote", "Rank"]),
            ("Limits", ["Territory", "Subject", "Stage", "ValidFrom", "ValidTo"]),
            ("Requests", ["AcceptedLanguages", "Channels", "InterpolRoute", "UrgentProcedure", "Requirements", "AreasOfAssistance"]),
        ],
        [LineKind.ContactPoint] = [("Contact", ["Kind", "Value", "Purpose", "Role", "Languages", "Visibility"])],
        [LineKind.Notice] = [("Notice", ["Text", "Language", "AuthorityId", "From", "Until"])],
    };

    /// <summary>Whether the line is to be added.</summary>
    public bool IsNew => Change.Act == LineAct.Add;

    /// <summary>Whether somebody marked it to be removed.</summary>
    public bool IsRemoved => Change.Act == LineAct.Remove;

    /// <summary>Whether its fields are shown at once.</summary>
    public bool IsOpen => HasFault || (!IsOffer && (Change.Kind is LineKind.ContactPoint or LineKind.State or LineKind.Notice || IsNew || Fields.Any(each => each.IsChanged)));

    /// <summary>Its fields under the headings of their groups.</summary>
    public IEnumerable<(string Key, IEnumerable<FormField> Fields)> Grouped =>
        Groups[Change.Kind].Select(group => (group.Key, group.Fields.Select(name => Fields.First(each => each.Field.Name == name))));

    /// <summary>What the browser sends, so that what it sends can be read without the directory: kind and record.</summary>
    public string Written => $"{Change.Kind}:{Change.RecordId}:{(IsNew ? LineAct.Add : LineAct.Change)}";

    private bool HasFault => Fields.Any(each => each.Faults.Count > 0);

    /// <summary>A line with what a draft says of it.</summary>
    /// <param name="change">What the draft says; without fields when nothing.</param>
    /// <param name="part">The record or the part of one that it is about; null for a line to be added.</param>
    /// <param name="faults">What is wrong with the draft.</param>
    /// <param name="isOffer">Whether it is empty.</param>
    public static FormLine Of(LineChange change, object? part, IReadOnlyList<FieldFault> faults, bool isOffer = false) =>
        new(change, [.. LineFields.Of(change.Kind).Select(field => Of(field, change, part, faults))], isOffer);

    private static FormField Of(LineField field, LineChange change, object? part, IReadOnlyList<FieldFault> faults)
    {
        var typed = change.Act == LineAct.Remove ? null : change.Fields.FirstOrDefault(each => each.Name == field.Name);
        var now = part is null ? "" : field.Read(part);
        var wrong = faults.Where(fault => fault.LineId == change.LineId && fault.Field == field.Name).ToList();
        return new(change.Kind, change.LineId, change.Act == LineAct.Add, field, typed?.Before ?? now, typed?.After ?? now, wrong);
    }
}
