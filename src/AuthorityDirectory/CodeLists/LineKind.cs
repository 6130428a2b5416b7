namespace AuthorityDirectory.CodeLists;

/// <summary>What a line of the directory is about: the smallest thing that is shown, changed, confirmed and reported by itself.</summary>
public enum LineKind
{
    /// <summary>What a State answers for all its authorities.</summary>
    State,

    /// <summary>An authority itself: its names, address, hours.</summary>
    Authority,

    /// <summary>A designation of an authority.</summary>
    Designation,

    /// <summary>A contact point of an authority.</summary>
    ContactPoint,

    /// <summary>A notice to those who write to a State or an authority.</summary>
    Notice,
}
