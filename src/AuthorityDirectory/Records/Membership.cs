using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>A place in a network: of an authority, of a State, or of an organization that observes.</summary>
public sealed record Membership : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Id;

    /// <summary>Network code, dash, at least three digits: <c>globe-001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Code of the <see cref="Records.Network"/>.</summary>
    public required string Network { get; init; }

    /// <summary>Member, observer or applicant.</summary>
    public required MembershipKind Kind { get; init; }

    /// <summary>The State; null for organizations.</summary>
    public string? StateCode { get; init; }

    /// <summary>The authority; null when it is not in the directory or the member is none.</summary>
    public string? AuthorityId { get; init; }

    /// <summary>The name under which it is listed.</summary>
    public required string Name { get; init; }

    /// <summary>The day of the request; null when not known.</summary>
    public DateOnly? RequestedOn { get; init; }

    /// <summary>The day of admission; null when not known.</summary>
    public DateOnly? AdmittedOn { get; init; }

    /// <summary>The last day; null when it goes on or is not known.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether it uses the network's secure channel.</summary>
    public YesNoNotStated SecureChannel { get; init; } = YesNoNotStated.NotStated;

    /// <summary>What the row rests on.</summary>
    public required Source Source { get; init; }

    /// <summary>Whether it stands on a day.</summary>
    public bool HoldsOn(DateOnly day) => !(AdmittedOn > day) && !(EndedOn < day);
}
