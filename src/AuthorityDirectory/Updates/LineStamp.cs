using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Updates;

/// <summary>What every line that a request changes gets: its source, and the State's confirmation when the source is the State's own.</summary>
/// <remarks>What the Secretariat takes from a public source confirms nothing, and the State has not confirmed what the line says then: its confirmation of what it said before goes.</remarks>
internal sealed record LineStamp(Source? Source, DateOnly? ConfirmedOn, ActorRole? Role)
{
    public static LineStamp Of(ChangeRequest request) => request is { SubmittedAt: { } at, Source: { Kind: not SourceKind.PublicSource } source }
        ? new(source, DateOnly.FromDateTime(at.UtcDateTime), request.SubmittedByRole)
        : new(request.Source, null, null);

    public State On(State state) => state with { Source = Source ?? state.Source };

    public Notice On(Notice notice) => notice with { Source = Source ?? notice.Source };

    public Authority On(Authority authority)
    {
        var (day, role) = Confirmed(authority.ConfirmedOn, authority.ConfirmedByRole);
        return authority with { Source = Source ?? authority.Source, ConfirmedOn = day, ConfirmedByRole = role };
    }

    public Designation On(Designation designation)
    {
        var (day, role) = Confirmed(designation.ConfirmedOn, designation.ConfirmedByRole);
        return designation with { Source = Source ?? designation.Source, ConfirmedOn = day, ConfirmedByRole = role };
    }

    public ContactPoint On(ContactPoint contact)
    {
        var (day, role) = Confirmed(contact.ConfirmedOn, contact.ConfirmedByRole);
        return contact with { Source = Source ?? contact.Source, ConfirmedOn = day, ConfirmedByRole = role, DialableFrom = Reach(contact) };
    }

    /// <summary>The later of two statements of the State counts, whichever is accepted first.</summary>
    private (DateOnly?, ActorRole?) Confirmed(DateOnly? before, ActorRole? role) =>
        Source is { Kind: SourceKind.PublicSource } ? (null, null) : ConfirmedOn is null || before > ConfirmedOn ? (before, role) : (ConfirmedOn, Role);

    private static DialableFrom Reach(ContactPoint contact) =>
        contact.Kind is ContactKind.Phone or ContactKind.Fax && !contact.Value.StartsWith('+') ? DialableFrom.Domestic : DialableFrom.Anywhere;
}
