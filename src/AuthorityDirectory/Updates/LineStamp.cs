using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Updates;

/// <summary>What every line that a request changes gets: its source, and the State's confirmation when the source is the State's own.</summary>
/// <remarks>What the Secretariat takes from a public source confirms nothing.</remarks>
internal sealed record LineStamp(Source? Source, DateOnly? ConfirmedOn, ActorRole? Role)
{
    public static LineStamp Of(ChangeRequest request) => request is { SubmittedAt: { } at, Source: { Kind: not SourceKind.PublicSource } source }
        ? new(source, DateOnly.FromDateTime(at.UtcDateTime), request.SubmittedByRole)
        : new(request.Source, null, null);

    public State On(State state) => state with { Source = Source ?? state.Source };

    public Notice On(Notice notice) => notice with { Source = Source ?? notice.Source };

    public Authority On(Authority authority) => authority with
    {
        Source = Source ?? authority.Source,
        ConfirmedOn = ConfirmedOn ?? authority.ConfirmedOn,
        ConfirmedByRole = Role ?? authority.ConfirmedByRole,
    };

    public Designation On(Designation designation) => designation with
    {
        Source = Source ?? designation.Source,
        ConfirmedOn = ConfirmedOn ?? designation.ConfirmedOn,
        ConfirmedByRole = Role ?? designation.ConfirmedByRole,
    };

    public ContactPoint On(ContactPoint contact) => contact with
    {
        Source = Source ?? contact.Source,
        ConfirmedOn = ConfirmedOn ?? contact.ConfirmedOn,
        ConfirmedByRole = Role ?? contact.ConfirmedByRole,
        DialableFrom = contact.Kind is ContactKind.Phone or ContactKind.Fax && !contact.Value.StartsWith('+') ? DialableFrom.Domestic : DialableFrom.Anywhere,
    };
}
