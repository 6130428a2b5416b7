using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>What a file would change, or all that is wrong with it.</summary>
/// <param name="Changes">Row by row; empty when something is wrong.</param>
/// <param name="Faults">From above, the first <see cref="TableLimits.Faults"/> of them; empty when nothing is wrong.</param>
/// <param name="FaultCount">How many there are.</param>
/// <param name="Rows">How many rows were looked at.</param>
public sealed record LineReading(IReadOnlyList<RowChange> Changes, IReadOnlyList<TableFault> Faults, int FaultCount, int Rows);

/// <summary>What a row would change.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="StateCode">The State whose line it is.</param>
/// <param name="Change">The change.</param>
public sealed record RowChange(TablePlace Row, string StateCode, LineChange Change);
