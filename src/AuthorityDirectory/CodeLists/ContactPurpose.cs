namespace AuthorityDirectory.CodeLists;

/// <summary>What a contact point is for.</summary>
public enum ContactPurpose
{
    /// <summary>General.</summary>
    General,

    /// <summary>Receiving requests for cooperation.</summary>
    Requests,

    /// <summary>Urgent requests, at any hour.</summary>
    Urgent,
}
