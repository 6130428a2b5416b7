namespace AuthorityDirectory.Storage.Journal;

/// <summary>What the framework throws when a disk is full, failing, gone or closed to this process.</summary>
internal static class DiskError
{
    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException;
}
