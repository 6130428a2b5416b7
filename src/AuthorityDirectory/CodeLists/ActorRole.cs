namespace AuthorityDirectory.CodeLists;

/// <summary>The role in which somebody acts on the directory.</summary>
public enum ActorRole
{
    /// <summary>The directory itself, for instance when it loads its first data.</summary>
    System,

    /// <summary>Practitioner.</summary>
    Practitioner,

    /// <summary>Of one State.</summary>
    FocalPoint,

    /// <summary>Secretariat.</summary>
    Secretariat,

    /// <summary>Administrator.</summary>
    Administrator,
}
