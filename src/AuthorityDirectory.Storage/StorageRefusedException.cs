namespace AuthorityDirectory.Storage;

/// <summary>The store does not open: the message says what is wrong, where, and what to do, and nothing was changed.</summary>
public sealed class StorageRefusedException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    internal static void ThrowIf(bool isRefused, string reason)
    {
        if (isRefused)
        {
            throw new StorageRefusedException(reason);
        }
    }
}
