using System.Security.Cryptography;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Journal;
using AuthorityDirectory.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthorityDirectory.Tool.Tests.Support;

/// <summary>A folder of the disk that goes away with its test, with journals and files in it.</summary>
public sealed class Workplace : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tool-").FullName;

    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    public byte[] Bytes(params string[] names) => File.ReadAllBytes(In(names));

    /// <summary>A journal with these entries.</summary>
    public async Task<string> JournalAsync(string name, IEnumerable<LedgerEntry> entries)
    {
        using var journal = JournalLedger.Open(In(name), TimeProvider.System, NullLogger.Instance);
        foreach (var entry in entries)
        {
            Assert.Equal(AppendResult.Appended, await journal.AppendAsync(entry, TestContext.Current.CancellationToken));
        }

        return In(name);
    }

    /// <summary>The journal of a State and an authority with a contact point for each audience, and a change of name.</summary>
    public Task<string> JournalAsync(string name = "journal") => JournalAsync(name, Small);

    public static IReadOnlyList<LedgerEntry> Small { get; } = MakeSmall();

    /// <summary>Every file with a hash of what it holds.</summary>
    public IReadOnlyList<string> Content() =>
        [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => File.Exists(path) ? $"{path} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}" : path)];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static IReadOnlyList<LedgerEntry> MakeSmall()
    {
        using var directory = new TrialDirectory(new InMemoryLedger());
        directory.Write(Some.State(), Some.Authority());
        directory.Write(Some.Authority() with { Name = "Federal Ministry of Other Examples" });
        return directory.Ledger.ReadAsync(0, default).AsTask().GetAwaiter().GetResult().Entries;
    }
}
