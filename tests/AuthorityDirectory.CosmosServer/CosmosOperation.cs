namespace AuthorityDirectory.CosmosServer;

/// <summary>What a request asks for.</summary>
public enum CosmosOperation
{
    /// <summary>Regions, consistency and limits of the account.</summary>
    ReadAccount,

    /// <summary>One database.</summary>
    ReadDatabase,

    /// <summary>A new database.</summary>
    CreateDatabase,

    /// <summary>One container.</summary>
    ReadContainer,

    /// <summary>A new container.</summary>
    CreateContainer,

    /// <summary>The partition key ranges of a container.</summary>
    ReadRanges,

    /// <summary>A new item.</summary>
    Create,

    /// <summary>A new item or one in place of another.</summary>
    Upsert,

    /// <summary>One item.</summary>
    Read,

    /// <summary>One item in place of another.</summary>
    Replace,

    /// <summary>The end of an item.</summary>
    Delete,

    /// <summary>The items of a container or of one partition.</summary>
    ReadFeed,

    /// <summary>The items changed since a position.</summary>
    ChangeFeed,

    /// <summary>What this server does not do.</summary>
    Other,
}

/// <summary>A request as a test sees it before it is served.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Path">Its path without leading slash, unescaped: <c>dbs/directory/colls/ledger/docs/000000000001</c>.</param>
/// <param name="Number">1 for the first request of this operation since the server started, then 2, 3 …</param>
public sealed record CosmosCall(CosmosOperation Operation, string Path, int Number);
