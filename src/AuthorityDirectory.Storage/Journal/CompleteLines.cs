namespace AuthorityDirectory.Storage.Journal;

/// <summary>Divides a stream into lines that end.</summary>
internal static class CompleteLines
{
    /// <summary>Hands every line to a receiver, without its end and in memory that is used again.</summary>
    /// <returns>What follows the last line.</returns>
    public static byte[] Read(Stream stream, Action<ReadOnlyMemory<byte>> receive)
    {
        var buffer = new byte[1 << 20];
        var filled = 0;
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer.AsSpan(filled)))
        {
            filled += read;
            var taken = Take(buffer.AsMemory(0, filled), receive);
            buffer.AsSpan(taken, filled - taken).CopyTo(buffer);
            filled -= taken;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        return buffer[..filled];
    }

    private static int Take(ReadOnlyMemory<byte> bytes, Action<ReadOnlyMemory<byte>> receive)
    {
        var taken = 0;
        for (var end = bytes.Span.IndexOf((byte)'\n'); end >= 0; end = bytes.Span[taken..].IndexOf((byte)'\n'))
        {
            receive(bytes.Slice(taken, end));
            taken += end + 1;
        }

        return taken;
    }
}
