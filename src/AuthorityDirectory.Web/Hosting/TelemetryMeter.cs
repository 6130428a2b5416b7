using System.Diagnostics.Metrics;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Hosting;

/// <summary>The numbers that tell how this instance is doing; the table of the project's README says what to do when one moves.</summary>
public sealed class TelemetryMeter
{
    /// <summary>The name under which to listen.</summary>
    public const string Name = "AuthorityDirectory.Web";

    private readonly Histogram<double> _appends;
    private readonly Counter<long> _cacheLookups;
    private readonly Counter<long> _letters;

    /// <summary>Makes the instruments; what concerns the snapshot is looked up when somebody listens.</summary>
    public TelemetryMeter(IMeterFactory meters, CurrentSnapshot current, TimeProvider time)
    {
        var meter = meters.Create(Name);
        _appends = meter.CreateHistogram<double>("directory.ledger.append.duration", "s", "How long appends took with all their attempts, by outcome.");
        _cacheLookups = meter.CreateCounter<long>("directory.cache.lookups", "{lookup}", "Questions to a cache, by cache and by whether it had the answer.");
        _letters = meter.CreateCounter<long>("directory.mail.letters", "{letter}", "Attempts to send a letter, by outcome.");
        meter.CreateObservableGauge("directory.snapshot.age", () => Age(current, time), "s", "Time since the snapshot was last known to hold the whole ledger.");
        meter.CreateObservableGauge("directory.snapshot.position", () => current.Value.Position, "{entry}", "The last entry of the ledger in the snapshot.");
        meter.CreateObservableGauge("directory.snapshot.records", () => Records(current.Value.View(Audience.Public)), "{record}", "Public records in the snapshot, by kind.");
    }

    /// <summary>Counts an append.</summary>
    public void Appended(TimeSpan duration, string outcome) =>
        _appends.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts a question to a cache.</summary>
    public void CacheLookup(string cache, bool isHit) =>
        _cacheLookups.Add(1, new("cache", cache), new("result", isHit ? "Hit" : "Miss"));

    /// <summary>Counts an attempt to send a letter.</summary>
    public void Mailed(string outcome) => _letters.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    private static IEnumerable<Measurement<double>> Age(CurrentSnapshot current, TimeProvider time) =>
        current.CaughtUpAt is { } caughtUpAt ? [new((time.GetUtcNow() - caughtUpAt).TotalSeconds)] : [];

    private static IEnumerable<Measurement<int>> Records(DirectoryView view) =>
    [
        Count("state", view.States.Count), Count("authority", view.Authorities.Count), Count("designation", view.Designations.Count),
        Count("contactPoint", view.ContactPoints.Count), Count("membership", view.Memberships.Count),
    ];

    private static Measurement<int> Count(string kind, int count) => new(count, new KeyValuePair<string, object?>("kind", kind));
}
