namespace AuthorityDirectory.CodeLists;

/// <summary>Whether a State takes the Convention as the legal basis for extradition (article 44, paragraph 6).</summary>
public enum ExtraditionBasis
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>Conditional.</summary>
    Conditional,

    /// <summary>No source says; this is not a no.</summary>
    NotStated,
}
