namespace AuthorityDirectory.Storage.Cosmos;

/// <summary>How long to wait for the store. The client's own limits are far longer: minutes when connections break.</summary>
public sealed record CosmosPatience
{
    /// <summary>For writing with all its attempts, and for each look at the account when it is first used: what a person waits.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one attempt to write, and for every other call that reads or writes one item.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For one page of many items.</summary>
    public TimeSpan Page { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long writing rests after most attempts have failed for a while.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(5);
}
