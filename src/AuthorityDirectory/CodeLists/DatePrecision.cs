namespace AuthorityDirectory.CodeLists;

/// <summary>How much of a date its source tells.</summary>
public enum DatePrecision
{
    /// <summary>Day.</summary>
    Day,

    /// <summary>Month.</summary>
    Month,

    /// <summary>Year.</summary>
    Year,
}
