namespace AuthorityDirectory.CodeLists;

/// <summary>The order among several authorities that a State designates for one function.</summary>
public enum Rank
{
    /// <summary>Primary.</summary>
    Primary,

    /// <summary>Secondary.</summary>
    Secondary,

    /// <summary>Not stated.</summary>
    NotStated,
}
