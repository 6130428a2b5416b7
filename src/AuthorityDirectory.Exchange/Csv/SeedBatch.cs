using System.Security.Cryptography;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>A folder of seed files as an act on the ledger.</summary>
/// <param name="Key">Names the files by their hash: whoever loads the same files, and however often, writes them once.</param>
/// <param name="Draft">The act.</param>
public sealed record SeedBatch(string Key, Draft Draft)
{
    /// <summary>Makes the act.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="records">What <see cref="SeedReader"/> read there.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<SeedBatch> CreateAsync(string folder, IReadOnlyList<DirectoryRecord> records, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in SeedReader.Files)
        {
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(folder, file), cancellationToken).ConfigureAwait(false));
        }

        return new($"seed:{Convert.ToHexStringLower(hash.GetHashAndReset())}", new Draft
        {
            Actor = Actor.System,
            Source = new(SourceKind.PublicSource, "Seed data of the project", Note: "Each record names its own source."),
            Reason = "First load of an empty directory.",
            Records = records,
        });
    }
}
