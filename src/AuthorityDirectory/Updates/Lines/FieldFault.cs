namespace AuthorityDirectory.Updates.Lines;

/// <summary>What is wrong with one field of a change, and where.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Field">The field by its name in the API; null when it is the line as a whole.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Values">What the sentence about it names, in the order of <see cref="FaultKind"/>'s description; empty when nothing.</param>
public sealed record FieldFault(string LineId, string? Field, FaultKind Kind, params IReadOnlyList<string> Values);

/// <summary>What can be wrong with a field. A sentence for each, in every language of the pages, says also what to do.</summary>
public enum FaultKind
{
    /// <summary>It is empty and must not be.</summary>
    Required,

    /// <summary>It has more characters than allowed; value: how many are.</summary>
    TooLong,

    /// <summary>It holds a character that no text may hold; value: its number, <c>U+200E</c>.</summary>
    ForbiddenCharacter,

    /// <summary>It holds a line break where there is one line only.</summary>
    LineBreak,

    /// <summary>It is not on the closed list; values: what was written, the list.</summary>
    NotOnList,

    /// <summary>It is not a day as <c>2026-11-02</c>, since 24 October 1945; value: what was written.</summary>
    NotADay,

    /// <summary>It is not a language tag; value: what was written.</summary>
    NotALanguage,

    /// <summary>It is no code of a channel that the directory holds; values: what was written, the codes.</summary>
    NotAChannel,

    /// <summary>It is not the address of a page; value: what was written.</summary>
    NotAWebAddress,

    /// <summary>It is not an e-mail address; value: what was written.</summary>
    NotAnEmail,

    /// <summary>It is not a telephone number; value: what was written.</summary>
    NotAPhone,

    /// <summary>It is not a name of the tz database; value: what was written.</summary>
    NotATimeZone,

    /// <summary>It is not the code of a State; value: what was written.</summary>
    NotACountry,

    /// <summary>It is not an authority of the State; value: what was written.</summary>
    NotAnAuthority,

    /// <summary>A line of a list is not of the form that the list has; values: the line, an example.</summary>
    NotOfForm,

    /// <summary>The last day is before the first; value: the first.</summary>
    EndsBeforeItBegins,

    /// <summary>It needs another field beside it; value: that field.</summary>
    NeedsOther,

    /// <summary>There is no field of this name; value: the names.</summary>
    UnknownField,

    /// <summary>The field stands twice in the change.</summary>
    Twice,

    /// <summary>Somebody else changed it since; values: what it was when the change was made, what it is now.</summary>
    ChangedMeanwhile,

    /// <summary>The directory holds no such line, or no longer; value: the line.</summary>
    NoSuchLine,

    /// <summary>What is asked cannot be done to a line of this kind; only contact points are removed, and a State is not added.</summary>
    NotForThisLine,
}
