namespace AuthorityDirectory.CosmosServer;

/// <summary>What goes wrong with one request.</summary>
public sealed record Fault
{
    /// <summary>The status answered in place of the right one; null when the right one is answered or none.</summary>
    public int? Status { get; init; }

    /// <summary>The service's finer reason, such as 1002 with 410; 0 for none.</summary>
    public int Substatus { get; init; }

    /// <summary>When the service says to come again; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the request waits before anything is done; the work is done even when nobody waits for the answer any more.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether the connection breaks in place of an answer.</summary>
    public bool Drops { get; init; }

    /// <summary>Whether the work is done all the same.</summary>
    public bool AfterWork { get; init; }

    /// <summary>An error in place of the work.</summary>
    public static Fault Answer(int status, int substatus = 0, TimeSpan? retryAfter = null) =>
        new() { Status = status, Substatus = substatus, RetryAfter = retryAfter };

    /// <summary>The work is done, the answer says it was not.</summary>
    public static Fault AnswerAfterWork(int status) => new() { Status = status, AfterWork = true };

    /// <summary>The connection breaks before the work.</summary>
    public static Fault Drop { get; } = new() { Drops = true };

    /// <summary>The work is done and its answer lost.</summary>
    public static Fault DropAfterWork { get; } = new() { Drops = true, AfterWork = true };

    /// <summary>The right answer, late.</summary>
    public static Fault Late(TimeSpan delay) => new() { Delay = delay, AfterWork = true };
}
