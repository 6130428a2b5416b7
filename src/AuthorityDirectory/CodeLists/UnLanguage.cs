namespace AuthorityDirectory.CodeLists;

/// <summary>An official language of the United Nations, by its BCP 47 code.</summary>
public enum UnLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>French.</summary>
    Fr,

    /// <summary>Spanish.</summary>
    Es,

    /// <summary>Russian.</summary>
    Ru,

    /// <summary>Chinese.</summary>
    Zh,

    /// <summary>Arabic.</summary>
    Ar,
}
