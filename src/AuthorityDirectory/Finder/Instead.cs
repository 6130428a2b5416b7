namespace AuthorityDirectory.Finder;

/// <summary>What can be done instead of a route that was dropped.</summary>
public enum Instead
{
    /// <summary>Check the code or name of the State.</summary>
    CheckState,

    /// <summary>Follow the law of the State: nothing crosses a border.</summary>
    FollowNationalLaw,

    /// <summary>Turn to the member State concerned.</summary>
    AskMemberState,

    /// <summary>Ask the authority for mutual legal assistance or extradition that is held who is competent.</summary>
    AskCentralAuthority,

    /// <summary>Look at the bodies of the State whose function is not known.</summary>
    SeeOtherBodies,

    /// <summary>Ask the Secretariat, which keeps what States notified.</summary>
    AskSecretariat,

    /// <summary>Use it for a word before the request.</summary>
    AskInformally,

    /// <summary>Take one of the routes that are ranked.</summary>
    TakeRankedRoute,

    /// <summary>Take the diplomatic channel.</summary>
    TakeDiplomaticChannel,
}
