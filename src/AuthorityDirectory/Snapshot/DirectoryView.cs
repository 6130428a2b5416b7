using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Snapshot;

/// <summary>All that one audience may see on one day: a value it may not see is not in here, so nothing asked of a view can leak it.</summary>
/// <remarks>Immutable. Every list is in the order of keys (ordinal).</remarks>
public sealed class DirectoryView
{
    /// <summary>For whom.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The last sequence of the ledger that changed something visible here; 0 when nothing is.</summary>
    public required long Position { get; init; }

    /// <summary>The hash of that entry; 64 zeros when there is none.</summary>
    public required string HeadHash { get; init; }

    /// <summary>The UTC day for which everything is computed.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>States and the European Union.</summary>
    public required IReadOnlyList<StateEntry> States { get; init; }

    /// <summary>Every body.</summary>
    public required IReadOnlyList<AuthorityEntry> Authorities { get; init; }

    /// <summary>Every designation, current and other.</summary>
    public required IReadOnlyList<DesignationEntry> Designations { get; init; }

    /// <summary>Every contact point.</summary>
    public required IReadOnlyList<ContactPointEntry> ContactPoints { get; init; }

    /// <summary>Every place in a network.</summary>
    public required IReadOnlyList<MembershipEntry> Memberships { get; init; }

    /// <summary>Networks.</summary>
    public required IReadOnlyList<Network> Networks { get; init; }

    /// <summary>Channels of communication.</summary>
    public required IReadOnlyList<Channel> Channels { get; init; }

    /// <summary>Figures as published by others.</summary>
    public required IReadOnlyList<CoverageFigure> CoverageFigures { get; init; }

    /// <summary>The acts that changed something visible here, by sequence.</summary>
    public required IReadOnlyList<ChangeEntry> Changes { get; init; }
}
