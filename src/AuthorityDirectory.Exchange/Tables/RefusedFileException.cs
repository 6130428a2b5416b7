namespace AuthorityDirectory.Exchange.Tables;

/// <summary>Ends the reading of a file that is refused as a whole; readers turn it into their answer.</summary>
internal sealed class RefusedFileException(TableFault fault) : Exception(fault.ToString())
{
    public RefusedFileException(string wrong, string remedy) : this(new TableFault(null, wrong, remedy))
    {
    }

    public TableFault Fault { get; } = fault;
}
