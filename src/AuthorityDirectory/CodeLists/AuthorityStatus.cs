namespace AuthorityDirectory.CodeLists;

/// <summary>What became of an authority.</summary>
public enum AuthorityStatus
{
    /// <summary>Active.</summary>
    Active,

    /// <summary>Renamed.</summary>
    Renamed,

    /// <summary>Merged.</summary>
    Merged,

    /// <summary>Closed.</summary>
    Closed,

    /// <summary>No source says whether it is still active.</summary>
    NotStated,
}
