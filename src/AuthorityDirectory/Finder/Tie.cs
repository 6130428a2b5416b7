namespace AuthorityDirectory.Finder;

/// <summary>Whether an instrument binds both States.</summary>
public enum Tie
{
    /// <summary>It does, on the view's day.</summary>
    Both,

    /// <summary>The directory does not know who is bound by it; that is not no.</summary>
    NotKnown,

    /// <summary>At least one of them is not a party, or not yet.</summary>
    NotBoth,
}
