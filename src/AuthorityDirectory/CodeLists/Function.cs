namespace AuthorityDirectory.CodeLists;

/// <summary>What a State designates an authority for.</summary>
public enum Function
{
    /// <summary>Central authority for mutual legal assistance (article 46, paragraph 13).</summary>
    MutualLegalAssistance,

    /// <summary>Authority for extradition (article 44).</summary>
    Extradition,

    /// <summary>Focal point for asset recovery (chapter V).</summary>
    AssetRecovery,

    /// <summary>Authority that may assist in prevention (article 6, paragraph 3).</summary>
    Prevention,

    /// <summary>Focal point for civil and administrative proceedings (articles 43 and 53).</summary>
    CivilAndAdministrativeProceedings,
}
