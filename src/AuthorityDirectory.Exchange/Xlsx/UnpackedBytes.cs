using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>How much a file has unpacked to so far: what it says of itself may be a lie.</summary>
internal sealed class UnpackedBytes(int fileBytes, CancellationToken cancellationToken)
{
    private long _bytes;

    public void Add(int bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Check(_bytes += bytes, fileBytes);
    }

    public static void Check(long unpacked, int fileBytes)
    {
        if (unpacked is < 0 or > TableLimits.UnpackedBytes || (unpacked > TableLimits.UnpackedFreely && unpacked > (long)TableLimits.UnpackedRatio * fileBytes))
        {
            throw new RefusedFileException("The file unpacks to far more than a table needs.", "Copy the table into a new workbook.");
        }
    }
}
