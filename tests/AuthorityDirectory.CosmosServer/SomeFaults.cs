namespace AuthorityDirectory.CosmosServer;

/// <summary>One request in so many goes wrong, in one of all ways; the same seed makes the same choices.</summary>
public sealed class SomeFaults(int seed, int oneIn)
{
    private static readonly Fault[] Kinds =
    [
        Fault.Drop, Fault.DropAfterWork, Fault.Answer(503), Fault.Answer(500), Fault.Answer(408), Fault.Answer(449), Fault.Answer(410, 1002),
        Fault.Answer(429, 3200, TimeSpan.FromMilliseconds(10)), Fault.AnswerAfterWork(500), Fault.AnswerAfterWork(408), Fault.Late(TimeSpan.FromMilliseconds(50)),
    ];

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    public int Count { get; private set; }

    public Fault? Next(CosmosCall call)
    {
        lock (_lock)
        {
            if (_random.Next(oneIn) > 0)
            {
                return null;
            }

            Count++;
            return Kinds[_random.Next(Kinds.Length)];
        }
    }
}
