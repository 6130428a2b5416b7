using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

/// <summary>The five columns that say what a row rests on; they end every file but the aliases.</summary>
internal sealed class SourceColumns(Columns columns)
{
    private readonly Column<SourceKind> _kind = columns.Add("source_kind", Cells.Code(Codes.SourceKinds));
    private readonly Column<string?> _reference = columns.Add("source_reference", Cells.OptionalText);
    private readonly Column<string?> _url = columns.Add("source_url", Cells.OptionalUrl);
    private readonly Column<(DateOnly First, DatePrecision Precision)?> _asOf = columns.Add("source_as_of", Cells.OptionalPartialDate);
    private readonly Column<string?> _note = columns.Add("source_note", Cells.OptionalText);

    /// <summary>The date of the source as the file writes it: <c>2021-08</c>.</summary>
    public string AsOfText(SeedRow row) => row.Text(_asOf);

    public Source Read(SeedRow row)
    {
        var asOf = row.Get(_asOf);
        RequireSomething(row);
        return new(row.Get(_kind), row.Get(_reference), row.Get(_url), asOf?.First, asOf?.Precision, row.Get(_note));
    }

    private void RequireSomething(SeedRow row)
    {
        if (row.Text(_reference).Length + row.Text(_url).Length + row.Text(_note).Length == 0)
        {
            row.Report(_reference, "The row names no source.", "Name the paper in source_reference, the page in source_url, or say in source_note what it rests on.");
        }
    }
}
