using System.IO.Compression;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Packs the parts of a workbook anew, in one order and with one time, so that equal tables are equal files.</summary>
internal static class XlsxRepack
{
    /// <summary>The earliest time that the format knows.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task CopyAsync(Stream package, Stream stream, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries.OrderBy(part => part.FullName, StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Copy(part, to);
            }
        }

        packed.Position = 0;
        await packed.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private static void Copy(ZipArchiveEntry part, ZipArchive to)
    {
        var copy = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = Time;
        using var source = part.Open();
        using var target = copy.Open();
        source.CopyTo(target);
    }
}
