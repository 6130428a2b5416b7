namespace AuthorityDirectory.Exchange.Csv;

/// <summary>The form of one seed file: its columns, and what a row of it is.</summary>
/// <remarks>A bad row is read to its end, so that all its problems are found; what it makes is thrown away with the folder.</remarks>
internal sealed record SeedFile<T>(string Name, Columns Columns, Func<SeedRow, T> Make);
