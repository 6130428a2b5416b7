using System.Text;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Tests.Support;

/// <summary>All that a projection says, as text: equal texts are equal projections, and the first differing line says how they differ.</summary>
public static class ProjectionText
{
    public static string Of(Projection projection) => string.Join('\n',
    [
        $"{projection.Position} {projection.HeadHash} {projection.LastRecordedAt:O}",
        .. Codes.Audiences.All.SelectMany(audience => Lines(audience, projection.For(audience))),
    ]);

    private static IEnumerable<string> Lines(Audience audience, AudienceProjection seen) =>
    [
        $"{audience} at {seen.Position} {seen.HeadHash}",
        .. RecordCatalogue.All.SelectMany(kind => seen.Records[kind].Values.Select(visible => $"{audience} {kind.Title} r{visible.Revision} {visible.LastModified:O} {Body(kind, visible)}")),
        .. seen.Changes.Select(act => $"{audience} {act.Sequence} {act.RecordedAt:O} {act.ActorRole} {act.Source} {string.Join(", ", act.Changed)}"),
    ];

    private static string Body(RecordKind kind, VisibleRecord visible) =>
        string.Concat(kind.Split(visible.Record).Select(part => Encoding.UTF8.GetString(part.Body.Span)));
}
