using System.Security.Cryptography;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Notes in the work store who was shown what, before it is shown.</summary>
/// <remarks>
/// The first time an account is shown something on a day is written before <see cref="NoteAsync"/> ends; what comes while a write is under way is written together, by the next one. Further times on that day are
/// counted in memory and written every few minutes and at the end: when the process dies, only such counts are lost, never that somebody saw something on a day.
/// </remarks>
public sealed class ReadingJournal(IWorkStore store, AuditOptions options, TimeProvider time)
{
    /// <summary>So much is remembered to count repetitions; beyond it the day begins anew, and is put together when it is read.</summary>
    private const int MostRemembered = 20_000;

    private readonly string _instance = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly Lock _gate = new();
    private readonly Dictionary<Sighting, SightingLine> _known = [];
    private readonly HashSet<SightingPiece> _counted = [];
    private SightingBatch _next = new();
    private SightingPiece? _open;
    private DateOnly _day;
    private int _pieces;
    private bool _isWriting;

    /// <summary>Notes that an account is about to be shown something.</summary>
    /// <exception cref="LedgerUnavailableException">It could not be noted: do not show it.</exception>
    public Task NoteAsync(Sighting sighting)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            Turn(DateOnly.FromDateTime(now.UtcDateTime));
            return (_known.TryGetValue(sighting, out var line) ? Repeat(line, now) : Begin(sighting, now)).Batch.Done;
        }
    }

    /// <summary>Writes the counts that are only in memory.</summary>
    /// <exception cref="LedgerUnavailableException">The store does not answer; they stay in memory.</exception>
    public Task FlushAsync()
    {
        lock (_gate)
        {
            _next.WithCounts = _counted.Count > 0;
            return _next.WithCounts ? Start().Done : Task.CompletedTask;
        }
    }

    /// <summary>A new day, or more than is remembered, begins with nothing known.</summary>
    private void Turn(DateOnly day)
    {
        if (_day != day || _known.Count >= MostRemembered)
        {
            _day = day;
            _known.Clear();
        }
    }

    private SightingLine Repeat(SightingLine line, DateTimeOffset now)
    {
        line.Repeat(now);
        if (line.Piece is { } piece)
        {
            _counted.Add(piece);
        }

        return line;
    }

    private SightingLine Begin(Sighting sighting, DateTimeOffset now)
    {
        var line = new SightingLine(new(sighting, now, now, 1), _next);
        _known[sighting] = line;
        _next.Lines.Add(line);
        Start();
        return line;
    }

    private SightingBatch Start()
    {
        var batch = _next;
        if (!_isWriting)
        {
            _isWriting = true;
            _ = Task.Run(WriteAllAsync);
        }

        return batch;
    }

    private async Task WriteAllAsync()
    {
        while (Take() is { } batch)
        {
            try
            {
                await WriteAsync(batch);
                batch.Succeed();
            }
            catch (Exception error)
            {
                TakeBack(batch);
                batch.Fail(error);
            }
        }
    }

    private SightingBatch? Take()
    {
        lock (_gate)
        {
            _isWriting = !_next.IsEmpty;
            return _isWriting ? Interlocked.Exchange(ref _next, new()) : null;
        }
    }

    private async Task WriteAsync(SightingBatch batch)
    {
        foreach (var piece in Place(batch))
        {
            try
            {
                await piece.WriteAsync(store, Content(piece), options.Keep);
            }
            catch
            {
                Keep(piece);
                throw;
            }
        }
    }

    private HashSet<SightingPiece> Place(SightingBatch batch)
    {
        lock (_gate)
        {
            HashSet<SightingPiece> pieces = batch.WithCounts ? [.. _counted] : [];
            foreach (var line in batch.Lines)
            {
                _open = _open?.Takes(line) == true ? _open : new(line.Day, $"{_instance}.{_pieces++:D6}");
                _open.Add(line);
                pieces.Add(_open);
            }

            return pieces;
        }
    }

    /// <summary>What a piece holds now; what is counted from here on is ahead of the store again.</summary>
    private byte[] Content(SightingPiece piece)
    {
        lock (_gate)
        {
            _counted.Remove(piece);
            return piece.Content();
        }
    }

    /// <summary>The store has not what the piece holds.</summary>
    private void Keep(SightingPiece piece)
    {
        lock (_gate)
        {
            _counted.Add(piece);
        }
    }

    /// <summary>What could not be noted is not shown; the counts stay to be written.</summary>
    private void TakeBack(SightingBatch batch)
    {
        lock (_gate)
        {
            foreach (var line in batch.Lines.Where(line => _known.GetValueOrDefault(line.Told.Sighting) == line))
            {
                _known.Remove(line.Told.Sighting);
            }

            foreach (var line in batch.Lines)
            {
                line.Piece?.Remove(line);
            }
        }
    }
}
