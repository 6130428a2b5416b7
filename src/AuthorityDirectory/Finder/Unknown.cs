namespace AuthorityDirectory.Finder;

/// <summary>What the directory does not know about a route.</summary>
public enum Unknown
{
    /// <summary>Whether the instrument of the designation binds both States.</summary>
    TieNotKnown,

    /// <summary>Since when a party is bound.</summary>
    InForceDayNotHeld,

    /// <summary>Whether the requested State takes the Convention as the basis for extradition.</summary>
    ExtraditionBasisNotStated,

    /// <summary>In which languages the other side reads.</summary>
    LanguagesNotStated,

    /// <summary>In which languages the own side works.</summary>
    OwnLanguagesNotHeld,

    /// <summary>By which channels the other side can be reached.</summary>
    ChannelsNotStated,

    /// <summary>By which channels the own side writes.</summary>
    OwnChannelsNotStated,

    /// <summary>Whether the other side takes requests through INTERPOL.</summary>
    InterpolNotStated,

    /// <summary>How to reach the authority for the purpose.</summary>
    ContactNotHeld,

    /// <summary>How to reach it in urgent cases.</summary>
    UrgentContactNotHeld,

    /// <summary>What a request must contain.</summary>
    RequirementsNotStated,

    /// <summary>Whether the entry is right: its State never confirmed it, or long ago.</summary>
    NotConfirmed,

    /// <summary>Who of the own State writes.</summary>
    SenderNotHeld,

    /// <summary>Whether the own State has a member in the network.</summary>
    OwnMembershipNotHeld,

    /// <summary>Which authority stands behind a place in a network.</summary>
    AuthorityNotHeld,
}
