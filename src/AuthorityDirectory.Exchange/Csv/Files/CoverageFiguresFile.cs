using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Exchange.Csv.Files;

internal static class CoverageFiguresFile
{
    private static readonly Columns Columns = new();
    private static readonly Column<string> Id = Columns.Add("id", Forms.ShortCode, isKey: true);
    private static readonly Column<CoverageMeasure> Measure = Columns.Add("measure", Cells.ShortCode(Codes.CoverageMeasures));
    private static readonly Column<int?> States = Columns.Add("states", Cells.OptionalNumber);
    private static readonly Column<int?> Authorities = Columns.Add("authorities", Cells.OptionalNumber);
    private static readonly SourceColumns Source = new(Columns);

    public static readonly SeedFile<CoverageFigure> Form = new("coverage-figures.csv", Columns, row =>
    {
        RequireIdOfMeasureAndDate(row);
        RequireFigure(row);
        return new()
        {
            Id = row.Get(Id),
            Measure = row.Get(Measure),
            States = row.Get(States),
            Authorities = row.Get(Authorities),
            Source = Source.Read(row),
        };
    });

    private static void RequireIdOfMeasureAndDate(SeedRow row)
    {
        var id = string.Join('-', new[] { row.Text(Measure), Source.AsOfText(row) }.Where(part => part.Length > 0));
        if (row.Text(Id) != id)
        {
            row.Report(Id, $"\"{row.Text(Id)}\" does not name the figure.", $"Write the measure and the date: {id}.");
        }
    }

    private static void RequireFigure(SeedRow row)
    {
        if (row.Text(States).Length + row.Text(Authorities).Length == 0)
        {
            row.Report(States, "The row has no figure.", "Fill states or authorities, or remove the row.");
        }
    }
}
