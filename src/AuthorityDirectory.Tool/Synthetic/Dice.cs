namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>Numbers that look random and are the same for the same seed on every machine and in every version (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to one less than this.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>Some of them, in their order, each as likely to be there as not.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> values) => [.. values.Where(_ => Percent(50))];

    public bool Percent(int chance) => Below(100) < chance;

    /// <summary>A day of these years, both included.</summary>
    public DateOnly Day(int firstYear, int lastYear) => new DateOnly(firstYear, 1, 1).AddDays(Below((lastYear - firstYear + 1) * 365));
}
