namespace AuthorityDirectory.Exchange.Lines;

/// <summary>What can be wrong with a row or sheet as such; what can be wrong with a field is a <see cref="Updates.Lines.FaultKind"/>.</summary>
public enum SheetFault
{
    /// <summary>No sheet of the file holds lines.</summary>
    NoSheet,

    /// <summary>The sheet has no column by which its kind of line is known; value: those columns.</summary>
    UnknownSheet,

    /// <summary>The directory knows no such column; value: the heading.</summary>
    UnknownColumn,

    /// <summary>The States of the file have no such line; value: its id.</summary>
    UnknownLine,

    /// <summary>The line stands in an earlier row too; value: where.</summary>
    Repeated,

    /// <summary>The line belongs elsewhere; value: to what.</summary>
    Elsewhere,

    /// <summary>A new line does not say of which authority it is.</summary>
    NoAuthority,

    /// <summary>Neither the States of the file nor its new rows have such an authority; value: its id.</summary>
    UnknownAuthority,

    /// <summary>A new line does not say of which State it is.</summary>
    NoState,

    /// <summary>The file is for other States; value: the code.</summary>
    UnknownState,

    /// <summary>States are not added.</summary>
    NewState,

    /// <summary>A new line is to be removed.</summary>
    RemovedNew,

    /// <summary>A changed row has no version, so that nobody knows what it was changed from.</summary>
    NoVersion,

    /// <summary>Somebody else changed the line since the file was downloaded; value: what the fields are now that the row would change.</summary>
    ChangedSince,

    /// <summary>More lines of a State change than one request holds; values: the State, the most.</summary>
    TooMany,
}
