namespace AuthorityDirectory.Storage.Journal;

/// <summary>Whether the journal's name still stands for what its writer has written.</summary>
/// <remarks>
/// The system lets a file be deleted or replaced while it is open: what is then written to it goes well, and is gone with the process. So the file is opened by its name again,
/// and an entry is read back before it is acknowledged. That holds on every system, which numbers of files do not, and costs far less than the sync.
/// </remarks>
internal static class JournalPlace
{
    /// <returns>Whether the file of that name is so long and ends with these bytes.</returns>
    /// <exception cref="IOException">The disk does not say.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static bool Holds(IJournalFolder folder, long length, ReadOnlySpan<byte> ending = default)
    {
        using var stream = Open(folder);
        if (stream?.Length != length)
        {
            return false;
        }

        var found = new byte[ending.Length];
        stream.Position = length - found.Length;
        return stream.ReadAtLeast(found, found.Length, throwOnEndOfStream: false) == found.Length && ending.SequenceEqual(found);
    }

    private static Stream? Open(IJournalFolder folder)
    {
        try
        {
            return folder.OpenRead(JournalContent.FileName);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }
}
