namespace AuthorityDirectory.CodeLists;

/// <summary>What kind of body an authority is, as its own name says.</summary>
public enum AuthorityKind
{
    /// <summary>Ministry.</summary>
    Ministry,

    /// <summary>Prosecution.</summary>
    Prosecution,

    /// <summary>Anti corruption agency.</summary>
    AntiCorruptionAgency,

    /// <summary>Court.</summary>
    Court,

    /// <summary>Police.</summary>
    Police,

    /// <summary>Financial intelligence unit.</summary>
    FinancialIntelligenceUnit,

    /// <summary>Audit institution.</summary>
    AuditInstitution,

    /// <summary>Other.</summary>
    Other,

    /// <summary>Not stated.</summary>
    NotStated,
}
