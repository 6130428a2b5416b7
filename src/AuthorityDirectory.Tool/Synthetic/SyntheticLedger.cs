using System.Globalization;
using System.Security.Cryptography;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>A ledger of any length on a <see cref="SyntheticDirectory"/>, written by the real write path with a clock and salts that follow from the seed.</summary>
public static class SyntheticLedger
{
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes the ledger.</summary>
    /// <param name="size">How much of it.</param>
    /// <param name="progress">Hears of the changes made so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<InMemoryLedger> CreateAsync(SyntheticSize size, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var (ledger, directory, clock) = (new InMemoryLedger(), new SyntheticDirectory(size), new Clock(Beginning));
        using var random = new SeededBytes(new((ulong)size.Seed));
        using var current = new CurrentSnapshot(ledger, clock);
        using var writer = new LedgerWriter(ledger, current, clock, random);
        Require(await writer.WriteBatchAsync($"synthetic:{size.Seed}:{size.States}:{size.Authorities}", FirstLoad(directory), cancellationToken).ConfigureAwait(false));
        var authorities = directory.Authorities.ToArray();
        for (var number = 1; number <= size.Changes; number++)
        {
            clock.Now += TimeSpan.FromMinutes(1);
            var index = directory.Pick();
            authorities[index] = directory.Change(authorities[index], DateOnly.FromDateTime(clock.Now.DateTime));
            var draft = Change(authorities[index], number);
            Require(await writer.WriteAsync(_ => Decision.Accept(draft), cancellationToken: cancellationToken).ConfigureAwait(false));
            progress.Report(number);
        }

        return ledger;
    }

    private static Draft FirstLoad(SyntheticDirectory directory) =>
        new() { Actor = Actor.System, Reason = "Synthetic data: nothing of it is real.", Records = directory.Records };

    private static Draft Change(Authority authority, int number) => new()
    {
        Actor = new(ActorRole.FocalPoint, $"synthetic-{authority.StateCode.ToLowerInvariant()}"),
        Source = new(SourceKind.StateForm, string.Create(CultureInfo.InvariantCulture, $"SYNTHETIC/{number:000000}")),
        Records = [authority],
    };

    private static void Require(WriteOutcome outcome)
    {
        if (!outcome.IsWritten)
        {
            throw new InvalidOperationException(outcome.Reason);
        }
    }

    private sealed class Clock(DateTimeOffset start) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class SeededBytes(Dice dice) : RandomNumberGenerator
    {
        public override void GetBytes(byte[] data)
        {
            for (var i = 0; i < data.Length; i++)
            {
                data[i] = (byte)(dice.Next() >> 56);
            }
        }
    }
}
