namespace AuthorityDirectory.CodeLists;

/// <summary>How far a request to change the directory has come.</summary>
public enum RequestStatus
{
    /// <summary>Being written; it is in the work store and not on the ledger.</summary>
    Draft,

    /// <summary>Waits for the Secretariat.</summary>
    Submitted,

    /// <summary>Given back to the State with a reason; it may be submitted again.</summary>
    Returned,

    /// <summary>Accepted; in effect, or kept until its effective date.</summary>
    Accepted,

    /// <summary>Taken back.</summary>
    Withdrawn,
}
