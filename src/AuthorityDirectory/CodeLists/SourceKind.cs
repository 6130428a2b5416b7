namespace AuthorityDirectory.CodeLists;

/// <summary>The kind of paper or page a fact comes from.</summary>
public enum SourceKind
{
    /// <summary>A note of the State's mission.</summary>
    NoteVerbale,

    /// <summary>A notification or declaration to the depositary of a treaty.</summary>
    DepositaryNotification,

    /// <summary>A form that the State filled in.</summary>
    StateForm,

    /// <summary>A public page or data set.</summary>
    PublicSource,
}
