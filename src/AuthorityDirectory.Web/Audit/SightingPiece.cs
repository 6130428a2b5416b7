using System.Globalization;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Audit;

/// <summary>Some of what was seen on one day, as one item of the work store: written whole each time by the one instance that made it, so that no two writers meet and a write may be repeated.</summary>
/// <param name="day">The UTC day.</param>
/// <param name="name">What no other piece of the day is called.</param>
internal sealed class SightingPiece(DateOnly day, string name)
{
    /// <summary>A piece is written anew with each line that joins it: small enough for that to cost little.</summary>
    private const int MostLines = 100;

    private readonly List<SightingLine> _lines = [];

    /// <summary>The area of a day in the work store.</summary>
    public static string AreaOf(DateOnly day) => $"saw-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/";

    public bool Takes(SightingLine line) => line.Day == day && _lines.Count < MostLines;

    public void Add(SightingLine line)
    {
        line.Piece = this;
        _lines.Add(line);
    }

    public void Remove(SightingLine line) => _lines.Remove(line);

    public byte[] Content() => Sightings.Write([.. _lines.Select(line => line.Told)]);

    public async Task WriteAsync(IWorkStore store, byte[] content, TimeSpan keep) =>
        await store.PutAsync(AreaOf(day) + name, content, WorkCondition.Any, keep, CancellationToken.None);
}

/// <summary>A line of a piece.</summary>
internal sealed class SightingLine(Sightings told, SightingBatch batch)
{
    public Sightings Told { get; private set; } = told;

    /// <summary>The piece it is in; null while it waits.</summary>
    public SightingPiece? Piece { get; set; }

    /// <summary>What it is written with.</summary>
    public SightingBatch Batch => batch;

    public DateOnly Day => DateOnly.FromDateTime(Told.First.UtcDateTime);

    public void Repeat(DateTimeOffset now) => Told = Told with { Last = now, Times = Told.Times + 1 };
}

/// <summary>What is written together.</summary>
internal sealed class SightingBatch
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<SightingLine> Lines { get; } = [];

    /// <summary>Whether the counts that are only in memory are to be written too.</summary>
    public bool WithCounts { get; set; }

    public bool IsEmpty => Lines.Count == 0 && !WithCounts;

    /// <summary>Ends when it is written, or fails as the store does.</summary>
    public Task Done => _done.Task;

    public void Succeed() => _done.SetResult();

    public void Fail(Exception error) => _done.SetException(error);
}
