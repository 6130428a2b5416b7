namespace AuthorityDirectory.CodeLists;

/// <summary>The form in which a State expressed its consent to be bound (Convention, article 67).</summary>
public enum ConsentForm
{
    /// <summary>Ratification.</summary>
    Ratification,

    /// <summary>Acceptance.</summary>
    Acceptance,

    /// <summary>Approval.</summary>
    Approval,

    /// <summary>Accession.</summary>
    Accession,

    /// <summary>Succession.</summary>
    Succession,

    /// <summary>Formal confirmation.</summary>
    FormalConfirmation,
}
