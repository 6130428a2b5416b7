namespace AuthorityDirectory.CodeLists;

/// <summary>Who may see a value; each audience also sees what those before it see.</summary>
public enum Audience
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>People and systems of governments who signed in.</summary>
    Government,

    /// <summary>The Secretariat.</summary>
    Secretariat,
}
