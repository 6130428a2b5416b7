using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using FsCheck;
using FsCheck.Fluent;

namespace AuthorityDirectory.Tests.Support;

/// <summary>A ledger's entries told by a tape of numbers, one step each: changes, interleaved batches (some overtaken), redactions. The same tape tells the same history, a shorter one a simpler.</summary>
public sealed class RandomHistory
{
    /// <summary>Tapes for properties; a failing one is cut down to the shortest that still fails.</summary>
    public static Arbitrary<int[]> Tapes { get; } = Arb.From(Gen.Choose(0, 1_000_000).ArrayOf(), ArbMap.Default.ArbFor<int[]>().Shrinker);

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<LedgerEntry> _entries = [];
    private readonly Dictionary<(string Kind, string Id), int> _revisions = [];
    private readonly List<OpenBatch> _open = [];
    private readonly List<Redaction> _parts = [];
    private Random _random = new(0);

    private RandomHistory(IEnumerable<int> tape)
    {
        foreach (var number in tape)
        {
            _random = new(number);
            Step();
        }
    }

    /// <summary>The entries, each sealed after the one before it.</summary>
    public static IReadOnlyList<LedgerEntry> From(IEnumerable<int> tape) => new RandomHistory(tape)._entries;

    private void Step()
    {
        switch (_random.Next(10))
        {
            case < 5:
                Append(Changes(Records(3)), [], null);
                break;
            case < 8:
                GoOnWithBatch();
                break;
            case 8:
                Append([], Redactions(), null);
                break;
            default:
                Append(Changes(Records(2)), Redactions(), null);
                break;
        }
    }

    private void GoOnWithBatch()
    {
        if (_open.Count == 0 || (_open.Count == 1 && _random.Next(4) == 0))
        {
            var of = _random.Next(2, 4);
            _open.Add(new($"batch-{_entries.Count}", [.. Enumerable.Range(1, of).OrderBy(_ => _random.Next())], [.. Records(6).Chunk(2).Take(of)], of));
        }

        var batch = _open[_random.Next(_open.Count)];
        var records = batch.Written < batch.Records.Length ? batch.Records[batch.Written] : [];
        var place = new BatchPart(batch.Id, batch.Order[batch.Written++], batch.Of);
        batch.Changes.AddRange(Append(Sealed(records), _random.Next(5) == 0 ? Redactions() : [], place).Changes);
        if (batch.Written == batch.Of)
        {
            _open.Remove(batch);
            Apply(batch.Changes.All(change => change.Revision == Revision(change.Kind, change.Id) + 1) ? batch.Changes : []);
        }
    }

    private LedgerEntry Append(IReadOnlyList<RecordChange> changes, IReadOnlyList<Redaction> redacts, BatchPart? place)
    {
        var number = _entries.Count + 1;
        var draft = new LedgerEntry
        {
            Sequence = number,
            AppendId = $"act-{number}",
            Batch = place,
            RecordedAt = Start.AddHours(number),
            Actor = new((ActorRole)_random.Next(5)),
            Source = _random.Next(2) == 0 ? Some.Source : null,
            Changes = changes,
            Redacts = redacts,
            PreviousHash = "",
            Hash = "",
        };
        var entry = LedgerChain.Seal(draft, _entries.LastOrDefault());
        _entries.Add(entry);
        _parts.AddRange(changes.SelectMany(change => change.Parts, (change, part) =>
            new Redaction(number, change.Kind, change.Id, part.Audience, "It was not theirs to publish.")));
        return entry;
    }

    private List<Redaction> Redactions() =>
        [.. Enumerable.Range(0, _parts.Count == 0 ? 0 : _random.Next(1, 3)).Select(_ => _parts[_random.Next(_parts.Count)]).Distinct()];

    private List<RecordChange> Changes(IReadOnlyList<DirectoryRecord> records)
    {
        var changes = Sealed(records);
        Apply(changes);
        return changes;
    }

    private void Apply(IEnumerable<RecordChange> changes)
    {
        foreach (var change in changes)
        {
            _revisions[(change.Kind, change.Id)] = change.Revision;
        }
    }

    private List<RecordChange> Sealed(IEnumerable<DirectoryRecord> records) =>
    [
        .. from record in records
           let kind = RecordCatalogue.Of(record)
           let parts = kind.Split(record).Select(part => LedgerChain.SealPart(part.Audience, part.Body.Span, Salt()))
           select new RecordChange(kind.Name, record.Key, Revision(kind.Name, record.Key) + 1, [.. parts]),
    ];

    private int Revision(string kind, string id) => _revisions.GetValueOrDefault((kind, id));

    private DirectoryRecord[] Records(int most) =>
        [.. Enumerable.Range(0, _random.Next(1, most + 1)).Select(_ => Record()).DistinctBy(record => (record.GetType(), record.Key))];

    private DirectoryRecord Record() => _random.Next(8) switch
    {
        < 2 => Some.State(Pick("AT", "BR", "KE"), Pick("Northland", "Southland")),
        < 7 => Authority(Pick("AT-001", "AT-002", "BR-001", "KE-001")),
        _ => Some.Membership(Pick("globe-001", "globe-002"), "AT", Pick("AT-001", "AT-002", "BR-001")),
    };

    private Authority Authority(string id) => Some.Authority(id, Pick("Office of Examples", "Board of Examples")) with
    {
        Designations = [.. Some.Authority(id).Designations.Take(_random.Next(2))],
        ContactPoints = [.. Some.Authority(id).ContactPoints.Where(_ => _random.Next(3) > 0)],
    };

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    private byte[] Salt()
    {
        var salt = new byte[LedgerChain.SaltBytes];
        _random.NextBytes(salt);
        return salt;
    }

    private sealed record OpenBatch(string Id, int[] Order, DirectoryRecord[][] Records, int Of)
    {
        public int Written { get; set; }

        public List<RecordChange> Changes { get; } = [];
    }
}
