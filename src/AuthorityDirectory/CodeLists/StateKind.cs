namespace AuthorityDirectory.CodeLists;

/// <summary>Whether a row is a State or an organization that States gave competence.</summary>
public enum StateKind
{
    /// <summary>A State, whether or not it is a Member State of the United Nations.</summary>
    State,

    /// <summary>A regional economic integration organization (Convention, article 67, paragraph 2).</summary>
    RegionalOrganization,
}
