namespace AuthorityDirectory.CodeLists;

/// <summary>The standing of an authority in a network, as far as it is known.</summary>
public enum NetworkStanding
{
    /// <summary>Member.</summary>
    Member,

    /// <summary>Observer.</summary>
    Observer,

    /// <summary>Asked to join; a request is not a membership.</summary>
    Applicant,

    /// <summary>No source says; this is not a no.</summary>
    NotStated,
}
