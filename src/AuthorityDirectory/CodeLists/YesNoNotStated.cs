namespace AuthorityDirectory.CodeLists;

/// <summary>An answer that may also not have been given.</summary>
public enum YesNoNotStated
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>Unknown is never no.</summary>
    NotStated,
}
