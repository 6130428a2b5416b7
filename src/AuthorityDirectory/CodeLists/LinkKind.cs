namespace AuthorityDirectory.CodeLists;

/// <summary>What a link of a State leads to.</summary>
public enum LinkKind
{
    /// <summary>Legal library.</summary>
    LegalLibrary,

    /// <summary>Legislation.</summary>
    Legislation,

    /// <summary>Country profile.</summary>
    CountryProfile,

    /// <summary>Other.</summary>
    Other,
}
