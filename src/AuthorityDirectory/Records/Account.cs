using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Records;

/// <summary>Somebody who may sign in: an opaque id, a role and, for those of a State, the State.</summary>
/// <remarks>Name, address and login are for the Secretariat, and can be redacted without losing who acted in which role. Sessions, links and tokens are not on the ledger.</remarks>
public sealed record Account : DirectoryRecord
{
    /// <inheritdoc/>
    public override string Key => Id;

    /// <summary>Opaque; says nothing of the person.</summary>
    public required string Id { get; init; }

    /// <summary>The role; <see cref="ActorRole.System"/> is nobody's.</summary>
    public required ActorRole Role { get; init; }

    /// <summary>The State of a focal point or practitioner; null for the Secretariat and administrators.</summary>
    public string? StateCode { get; init; }

    /// <summary>The name as letters use it; null when not given or redacted.</summary>
    public string? Name { get; init; }

    /// <summary>Where sign-in links go; null when redacted.</summary>
    public string? Email { get; init; }

    /// <summary>The language of letters to it.</summary>
    public UnLanguage Language { get; init; } = UnLanguage.En;

    /// <summary>The login at the institution's provider that it is bound to; null while it is bound to none.</summary>
    public Login? Login { get; init; }

    /// <summary>The account that it took over from; null when none.</summary>
    public string? PredecessorId { get; init; }

    /// <summary>The day from which it may no longer sign in; null while it may.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether it may sign in.</summary>
    public bool IsOpen() => ClosedOn is null;
}

/// <summary>A person as an institution's provider knows them.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">The provider's own id of the person, which it never gives to another.</param>
public sealed record Login(string Issuer, string Subject);
