using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>That an authority ends: its status, whoever took over, and the last day of its designations.</summary>
/// <param name="Status">Closed, merged, or renamed when another entry continues it.</param>
/// <param name="SuccessorId">Who took over; null for nobody.</param>
/// <param name="LastDay">The last day of its designations.</param>
public sealed record EntryEnd(AuthorityStatus Status, string? SuccessorId, DateOnly LastDay)
{
    /// <summary>What may become of an entry.</summary>
    public static readonly IReadOnlyList<AuthorityStatus> Choices = [AuthorityStatus.Closed, AuthorityStatus.Merged, AuthorityStatus.Renamed];

    /// <summary>The changes that this makes; a designation that had ended by then stays as it is.</summary>
    public IReadOnlyList<LineChange> Changes(AuthorityEntry entry)
    {
        var last = LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            .. Line.Of(entry).Where(line => line.Part is Authority || (line.Part is Designation designation && !(designation.ValidTo <= LastDay)))
                .Select(line => line.Change(line.Part is Authority ? [new("Status", Status.ToString()), new("SuccessorId", SuccessorId ?? "")] : [new("ValidTo", last)])).OfType<LineChange>(),
        ];
    }
}
