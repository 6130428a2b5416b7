namespace AuthorityDirectory.CodeLists;

/// <summary>From where a telephone number works.</summary>
public enum DialableFrom
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>Inside the country only.</summary>
    Domestic,
}
