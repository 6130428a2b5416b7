using System.Text.Json.Serialization;

namespace AuthorityDirectory.Records;

/// <summary>Something the directory publishes and keeps on its ledger: a State, an authority, a membership, a code.</summary>
public abstract record DirectoryRecord
{
    /// <summary>The identifier inside its kind; given once and never used again.</summary>
    [JsonIgnore]
    public abstract string Key { get; }
}
