namespace AuthorityDirectory.Exchange.Tables;

/// <summary>The bytes of a file that somebody sent.</summary>
internal static class Upload
{
    /// <summary>All of them, never more than a file may have.</summary>
    public static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (kept.Length + read > TableLimits.FileBytes)
            {
                throw new RefusedFileException($"The file is larger than {TableLimits.FileBytes >> 20} MB.", "Send it in several parts, without pictures.");
            }

            kept.Write(buffer, 0, read);
        }

        return kept.Length > 0 ? kept.ToArray() : throw new RefusedFileException("The file is empty.", "Send the file that you saved.");
    }
}
