using System.Text;
using AuthorityDirectory.Exchange.Tables;
using ExcelDataReader;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Reads workbooks (.xlsx) of any program. Nothing in them is executed: a formula is a fault, and a file with macros, links or embedded files is refused.</summary>
public static class XlsxTableReader
{
    /// <summary>ExcelDataReader asks for Windows-1252 whatever it reads, and .NET knows that only after this.</summary>
    static XlsxTableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="stream">The file, from where it stands.</param>
    /// <param name="progress">Hears of the rows read so far, over all sheets.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <remarks>
    /// Where a sheet has keys in its headings, sheets without them are explanations and are left out, as hidden ones are. Dates come as 2026-03-01, numbers with all their digits.
    /// Whatever is in the file, the answer is a reading.
    /// </remarks>
    public static async Task<TableReading> ReadAsync(Stream stream, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await Upload.ReadAsync(stream, cancellationToken).ConfigureAwait(false), progress, cancellationToken);
        }
        catch (RefusedFileException refused)
        {
            return TableReading.Refused(refused.Fault);
        }
    }

    private static TableReading Read(byte[] file, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var scans = XlsxScan.Read(file, cancellationToken);
            XlsxLimits.Check(scans);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file, writable: false));
            return new XlsxSheets(reader, scans, new(progress, cancellationToken)).Read();
        }
        catch (Exception error) when (error is not (OperationCanceledException or RefusedFileException or OutOfMemoryException))
        {
            // Two libraries walk through what a stranger sent; whatever they stumble over is the file's fault, and its sender is told so.
            throw XlsxPackage.Broken();
        }
    }
}
