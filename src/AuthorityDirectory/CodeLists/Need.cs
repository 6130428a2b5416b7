namespace AuthorityDirectory.CodeLists;

/// <summary>What somebody needs from another State.</summary>
public enum Need
{
    /// <summary>Evidence, statements, searches, documents (article 46).</summary>
    MutualLegalAssistance,

    /// <summary>Surrender of a person (article 44).</summary>
    Extradition,

    /// <summary>Tracing, freezing or seizing assets (articles 54 and 55).</summary>
    TracingOrFreezing,

    /// <summary>Confiscation and return of assets (articles 54, 55 and 57).</summary>
    ReturningAssets,

    /// <summary>A first word between practitioners before any request (article 48).</summary>
    InformalContact,

    /// <summary>Preventive policy and expertise (article 6).</summary>
    Prevention,

    /// <summary>Assistance in civil or administrative proceedings (articles 43 and 53).</summary>
    CivilOrAdministrativeProceedings,
}
