using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>The ways from one State to another for a need, best first, and the ways that were dropped.</summary>
public sealed record CounterpartAnswer
{
    /// <summary>What was asked.</summary>
    public required CounterpartQuestion Question { get; init; }

    /// <summary>The State that asks; null when the view holds none with that code.</summary>
    public required StateEntry? Requesting { get; init; }

    /// <summary>The State that is asked; null when the view holds none with that code.</summary>
    public required StateEntry? Requested { get; init; }

    /// <summary>Whether the Convention binds both on the view's day; <see cref="Tie.NotKnown"/> when a State is not known.</summary>
    public required Tie Convention { get; init; }

    /// <summary>In the order of rank, 1, 2, 3 …; the diplomatic channel is the last. Empty only where no State asks another.</summary>
    public required IReadOnlyList<CounterpartRoute> Routes { get; init; }

    /// <summary>The others that come into question for the need, each with the reason and what can be done instead; without rank.</summary>
    public required IReadOnlyList<CounterpartRoute> Dropped { get; init; }

    /// <summary>Routes, then those that were dropped; never empty.</summary>
    public IEnumerable<CounterpartRoute> All => Routes.Concat(Dropped);
}
