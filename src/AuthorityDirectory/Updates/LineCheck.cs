using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Updates;

/// <summary>Checks the fields of a line against one another.</summary>
internal static class LineCheck
{
    /// <summary>All that is wrong with a line as it would be.</summary>
    public static IEnumerable<FieldFault> Of(string id, object line, string state) => line switch
    {
        ContactPoint contact => Reach(id, contact),
        Designation designation => Period(id, "ValidTo", designation.ValidFrom, designation.ValidTo).Concat(Named(id, designation)),
        Notice notice => Period(id, "Until", notice.From, notice.Until).Concat(Own(id, "AuthorityId", notice.AuthorityId, state)),
        Authority authority => Native(id, authority).Concat(Own(id, "SuccessorId", authority.SuccessorId, state, authority.Id)),
        _ => [],
    };

    private static IEnumerable<FieldFault> Reach(string id, ContactPoint contact) => contact.Kind switch
    {
        ContactKind.Email when !WrittenForms.IsEmail(contact.Value) => [new(id, "Value", FaultKind.NotAnEmail, contact.Value)],
        ContactKind.Phone or ContactKind.Fax when !WrittenForms.IsPhone(contact.Value) => [new(id, "Value", FaultKind.NotAPhone, contact.Value)],
        _ => [],
    };

    private static IEnumerable<FieldFault> Period(string id, string field, DateOnly? first, DateOnly? last) =>
        last < first ? [new(id, field, FaultKind.EndsBeforeItBegins, first.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] : [];

    private static IEnumerable<FieldFault> Named(string id, Designation designation) =>
        designation is { Instrument: Instrument.OtherTreaty or Instrument.NationalLaw, InstrumentNote: null } ? [new(id, "InstrumentNote", FaultKind.NeedsOther, "Instrument")] : [];

    private static IEnumerable<FieldFault> Native(string id, Authority authority) =>
        authority.NativeName is null == authority.NativeNameLanguage is null ? []
        : authority.NativeName is null ? [new(id, "NativeName", FaultKind.NeedsOther, "NativeNameLanguage")]
        : [new(id, "NativeNameLanguage", FaultKind.NeedsOther, "NativeName")];

    private static IEnumerable<FieldFault> Own(string id, string field, string? other, string state, string? self = null) =>
        other is not null && (other == self || !other.StartsWith(state + "-", StringComparison.Ordinal)) ? [new(id, field, FaultKind.NotAnAuthority, other)] : [];
}
