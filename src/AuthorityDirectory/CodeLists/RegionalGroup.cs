namespace AuthorityDirectory.CodeLists;

/// <summary>A regional group of Member States of the United Nations.</summary>
public enum RegionalGroup
{
    /// <summary>African.</summary>
    African,

    /// <summary>Asia pacific.</summary>
    AsiaPacific,

    /// <summary>Eastern european.</summary>
    EasternEuropean,

    /// <summary>Latin american and caribbean.</summary>
    LatinAmericanAndCaribbean,

    /// <summary>Western european and other.</summary>
    WesternEuropeanAndOther,
}
