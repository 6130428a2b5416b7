namespace AuthorityDirectory.Storage.Tests.Support;

/// <summary>A folder of the disk that goes away with its test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ledger-").FullName;

    public string Journal => In("ledger.jsonl");

    /// <summary>Copies of a ledger that were set aside.</summary>
    public string[] Asides => Directory.GetFiles(Path, "ledger.aside-*");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
