namespace AuthorityDirectory.Finder;

/// <summary>What follows from the languages of both sides.</summary>
public enum LanguageMatch
{
    /// <summary>The other side accepts a language in which the own side works.</summary>
    Common,

    /// <summary>The other side states its languages and the own side works in none of them.</summary>
    TranslationNeeded,

    /// <summary>The other side states its languages; no language of the own side is held.</summary>
    OwnNotHeld,

    /// <summary>The other side states none.</summary>
    NotStated,
}
