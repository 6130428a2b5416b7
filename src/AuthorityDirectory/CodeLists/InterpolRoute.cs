namespace AuthorityDirectory.CodeLists;

/// <summary>Whether a State takes requests through the International Criminal Police Organization (article 46, paragraph 13).</summary>
public enum InterpolRoute
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>In urgent circumstances only.</summary>
    UrgentOnly,

    /// <summary>No.</summary>
    No,

    /// <summary>No source says; this is not a no.</summary>
    NotStated,
}
