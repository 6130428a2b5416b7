using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>A row of a sheet of lines.</summary>
internal sealed record LineRow(LineKind Kind, Sheet Sheet, SheetRow Row)
{
    private const string New = "new";

    /// <summary>The id of the line, empty for a new one without a name.</summary>
    public string Id => Text(LineColumns.IdOf(Kind));

    /// <summary>Whether the line is not there yet: it has no id, or <c>new1</c>.</summary>
    public bool IsNew => Id.Length == 0 || (Id.StartsWith(New, StringComparison.OrdinalIgnoreCase) && Id.AsSpan(New.Length).IndexOfAnyExceptInRange('0', '9') < 0);

    public TablePlace Place => new(Sheet.Name, Row.Number);

    /// <summary>A cell without the spaces around it; empty when the sheet has no such column.</summary>
    public string Text(string key) => Sheet.Text(Row, key)?.Trim() ?? "";

    public TablePlace At(string key) => Sheet.Place(Row, key);
}
