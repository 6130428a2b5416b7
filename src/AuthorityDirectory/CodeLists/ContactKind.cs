namespace AuthorityDirectory.CodeLists;

/// <summary>The means of a contact point.</summary>
public enum ContactKind
{
    /// <summary>Email.</summary>
    Email,

    /// <summary>Phone.</summary>
    Phone,

    /// <summary>Fax.</summary>
    Fax,

    /// <summary>Other.</summary>
    Other,
}
