namespace AuthorityDirectory.CodeLists;

/// <summary>The standing of a State under the Convention.</summary>
public enum ConventionStatus
{
    /// <summary>Consented to be bound.</summary>
    Party,

    /// <summary>Signed and has not yet consented to be bound.</summary>
    Signatory,

    /// <summary>Neither.</summary>
    NonParty,
}
