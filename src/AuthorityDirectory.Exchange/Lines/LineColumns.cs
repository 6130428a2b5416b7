using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>The columns beside the fields, by their keys.</summary>
internal static class LineColumns
{
    public const string State = "StateCode";
    public const string Authority = "AuthorityId";
    public const string AuthorityName = "AuthorityName";
    public const string Remove = "Remove";
    public const string Version = "Version";

    /// <summary>The kinds in the order of their tabs, each with the column that holds the id of the line, by which a sheet is known whatever its tab says.</summary>
    public static IReadOnlyList<(LineKind Kind, string Key)> Kinds { get; } =
    [
        (LineKind.State, "State"), (LineKind.Authority, "Authority"), (LineKind.Designation, "Designation"), (LineKind.ContactPoint, "ContactPoint"), (LineKind.Notice, "Notice"),
    ];

    public static string IdOf(LineKind kind) => Kinds.First(each => each.Kind == kind).Key;

    public static LineKind? KindOf(Sheet sheet) =>
        Kinds.Where(each => sheet.Columns.Any(column => column.Key == each.Key)).Select(each => (LineKind?)each.Kind).FirstOrDefault();

    /// <summary>Whether lines of this kind are parts of an authority's record.</summary>
    public static bool IsOfAuthority(LineKind kind) => kind is LineKind.Designation or LineKind.ContactPoint;

    /// <summary>Whether a column may stand in a sheet of a kind.</summary>
    public static bool IsKnown(LineKind kind, string key) =>
        key is State or Version || key == IdOf(kind) || LineFields.Find(kind, key) is not null
        || (key is Authority or AuthorityName && IsOfAuthority(kind)) || (key is Remove && kind == LineKind.ContactPoint);
}
