namespace AuthorityDirectory.CodeLists;

/// <summary>A way by which one State turns to another.</summary>
public enum RouteKind
{
    /// <summary>The authority designated for mutual legal assistance.</summary>
    CentralAuthority,

    /// <summary>The authority designated for extradition.</summary>
    ExtraditionAuthority,

    /// <summary>The focal point designated for asset recovery.</summary>
    AssetRecoveryFocalPoint,

    /// <summary>The authority designated for prevention.</summary>
    PreventionAuthority,

    /// <summary>The focal point designated for civil and administrative proceedings.</summary>
    CivilAndAdministrativeFocalPoint,

    /// <summary>A member of the GlobE Network.</summary>
    GlobePeer,

    /// <summary>A member of another network.</summary>
    NetworkContact,

    /// <summary>INTERPOL, through the national central bureaux of both States.</summary>
    Interpol,

    /// <summary>Foreign ministries and missions.</summary>
    DiplomaticChannel,
}
