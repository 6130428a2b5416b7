namespace AuthorityDirectory.CodeLists;

/// <summary>The standing in a network.</summary>
public enum MembershipKind
{
    /// <summary>Member.</summary>
    Member,

    /// <summary>Observer.</summary>
    Observer,

    /// <summary>Asked to join; a request is not a membership.</summary>
    Applicant,
}
