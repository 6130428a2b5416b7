namespace AuthorityDirectory.CodeLists;

/// <summary>What a published figure counts.</summary>
public enum CoverageMeasure
{
    /// <summary>Mutual legal assistance.</summary>
    MutualLegalAssistance,

    /// <summary>Extradition.</summary>
    Extradition,

    /// <summary>Asset recovery.</summary>
    AssetRecovery,

    /// <summary>Prevention.</summary>
    Prevention,

    /// <summary>Civil and administrative proceedings.</summary>
    CivilAndAdministrativeProceedings,

    /// <summary>Members of the GlobE Network.</summary>
    Globe,

    /// <summary>Users of the secure platform of the GlobE Network.</summary>
    GlobePlatform,

    /// <summary>The other directory of the United Nations Office on Drugs and Crime, in SHERLOC.</summary>
    SherlocCna,

    /// <summary>Parties to the Convention: the denominator.</summary>
    StatesParties,
}
