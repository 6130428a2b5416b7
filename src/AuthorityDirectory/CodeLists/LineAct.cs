namespace AuthorityDirectory.CodeLists;

/// <summary>What is done to a line.</summary>
public enum LineAct
{
    /// <summary>It is new.</summary>
    Add,

    /// <summary>Some of its fields are different.</summary>
    Change,

    /// <summary>It goes away. Only contact points do: a designation ends, an authority is closed, a notice expires.</summary>
    Remove,
}
