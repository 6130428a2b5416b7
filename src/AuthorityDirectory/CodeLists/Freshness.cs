namespace AuthorityDirectory.CodeLists;

/// <summary>How fresh the State's last confirmation is; computed from the date, never written.</summary>
public enum Freshness
{
    /// <summary>Within the last 12 months.</summary>
    Confirmed,

    /// <summary>12 months passed; 3 months are left.</summary>
    Due,

    /// <summary>15 months passed.</summary>
    Overdue,

    /// <summary>The State never confirmed it here.</summary>
    NeverConfirmed,
}
