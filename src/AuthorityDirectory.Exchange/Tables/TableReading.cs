namespace AuthorityDirectory.Exchange.Tables;

/// <summary>What a file holds.</summary>
/// <param name="Table">Null when the file was refused as a whole. Beside faults in single cells it holds all others, so that they can be checked too; the faulty cells are empty.</param>
/// <param name="Faults">Everything that was found wrong, from above, the first <see cref="TableLimits.Faults"/> of them. Nothing may be taken over when there is one.</param>
/// <param name="LeftOut">The names of sheets that are no tables: hidden ones, and explanations beside sheets with keys in their headings.</param>
public sealed record TableReading(Table? Table, IReadOnlyList<TableFault> Faults, IReadOnlyList<string> LeftOut)
{
    internal static TableReading Refused(TableFault fault) => new(null, [fault], []);
}
