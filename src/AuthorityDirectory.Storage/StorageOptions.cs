using Microsoft.Extensions.Configuration;

namespace AuthorityDirectory.Storage;

/// <summary>Where the ledger is kept: section <c>Storage</c> of the configuration.</summary>
/// <param name="Kind">The kind of store.</param>
/// <param name="Folder">What is kept on this machine: the journal, or the copy of a ledger that is kept elsewhere; a relative one is taken from the content root.</param>
public sealed record StorageOptions(StorageKind Kind, string Folder)
{
    /// <summary>Reads the section; what is not set is a journal in the folder <c>data</c>.</summary>
    /// <exception cref="StorageRefusedException">A value is not one of those allowed; the message names them.</exception>
    public static StorageOptions From(IConfiguration configuration)
    {
        var kind = configuration["Storage:Kind"];
        var folder = configuration["Storage:Folder"];
        return new StorageOptions(
            string.IsNullOrWhiteSpace(kind) ? StorageKind.Journal : Parse(kind),
            string.IsNullOrWhiteSpace(folder) ? "data" : folder);
    }

    private static StorageKind Parse(string kind) =>
        Enum.GetNames<StorageKind>().Contains(kind, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<StorageKind>(kind, ignoreCase: true)
            : throw new StorageRefusedException(
                $"Storage:Kind is \"{kind}\". Allowed: {string.Join(", ", Enum.GetNames<StorageKind>())}.");
}

/// <summary>The kinds of store.</summary>
public enum StorageKind
{
    /// <summary>A file on this machine.</summary>
    Journal,

    /// <summary>Azure Cosmos DB, which any number of processes share.</summary>
    Cosmos,
}
