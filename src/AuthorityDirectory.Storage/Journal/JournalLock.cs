using System.Globalization;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>That this process, and no other, appends to the journal of a folder. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class JournalLock : IDisposable
{
    private const string LockName = "ledger.lock";
    private const string InfoName = "ledger.lock.info";

    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    /// <exception cref="StorageRefusedException">Another process has it; the message names the other.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static JournalLock Take(string folder, TimeProvider clock, ILogger logger)
    {
        var held = new JournalLock(Open(folder));
        try
        {
            File.WriteAllText(
                Path.Combine(folder, InfoName),
                string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName} since {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC\n"));
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            logger.LogWarning(error, "{File} in {Folder} could not be written: a second process would not be told who holds the journal.", InfoName, folder);
        }

        return held;
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            throw new StorageRefusedException(
                $"The ledger in {folder} is in use by {Holder(folder)}, and only one process may append to it. "
                + "Stop that process, or set Storage:Folder to another folder.",
                error);
        }
    }

    /// <remarks>The number that the operating system gives for "try again" on Linux and macOS, and for a sharing violation on Windows.</remarks>
    private static bool IsHeldByAnother(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

    private static string Holder(string folder)
    {
        try
        {
            var holder = File.ReadAllText(Path.Combine(folder, InfoName)).Trim();
            return holder.Length == 0 ? "another process" : holder;
        }
        catch (Exception error) when (DiskError.Is(error))
        {
            return "another process";
        }
    }
}
