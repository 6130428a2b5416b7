using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Refuses workbooks that hold more than tables do.</summary>
internal static class XlsxLimits
{
    public static void Check(IReadOnlyDictionary<string, XlsxSheetScan> scans)
    {
        Require(scans.Count <= TableLimits.Sheets, null, $"The file has more than {TableLimits.Sheets} sheets.", "Send it in several files.");
        Require(scans.Values.Sum(scan => (long)scan.Cells) <= TableLimits.Cells, null, $"The file has more than {TableLimits.Cells:N0} cells.", "Send it in several files.");
        foreach (var (name, scan) in scans)
        {
            Require(scan.LastRow <= TableLimits.Rows, new(name, scan.LastRow), $"The sheet has more than {TableLimits.Rows} rows.", "Send it in several files, or remove what stands below the table.");
            Require(scan.LastColumn <= TableLimits.Columns, new(name, null, scan.LastColumn), $"The sheet has more than {TableLimits.Columns} columns.", "Remove what stands to the right of the table.");
        }
    }

    private static void Require(bool isMet, TablePlace? place, string wrong, string remedy)
    {
        if (!isMet)
        {
            throw new RefusedFileException(new(place, wrong, remedy));
        }
    }
}
