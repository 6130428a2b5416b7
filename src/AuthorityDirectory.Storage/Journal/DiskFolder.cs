using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AuthorityDirectory.Storage.Journal;

/// <summary>A folder of the machine.</summary>
internal sealed partial class DiskFolder(string path) : IJournalFolder
{
    private const int InvalidArgument = 22;

    public string Path => path;

    /// <remarks>Asking whether the file exists would take a folder that may not be searched for an empty one.</remarks>
    public Stream? OpenRead(string name)
    {
        try
        {
            return new FileStream(In(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public IJournalFile OpenWrite(string name) =>
        new DiskFile(File.OpenHandle(In(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));

    public void Replace(string name, string replaced) => File.Move(In(name), In(replaced), overwrite: true);

    /// <remarks>A folder has no such call on Windows: NTFS keeps names in its own log.</remarks>
    public void Sync()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(path, 0), ownsHandle: true);
        if (handle.IsInvalid || (FSync(handle) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument))
        {
            throw new IOException($"The folder {path} could not be synced to the disk: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    private string In(string name) => System.IO.Path.Combine(path, name);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(SafeFileHandle handle);

    private sealed class DiskFile(SafeFileHandle handle) : IJournalFile
    {
        public void Write(ReadOnlySpan<byte> bytes, long at)
        {
            try
            {
                RandomAccess.Write(handle, bytes, at);
            }
            catch (ArgumentOutOfRangeException error)
            {
                // The framework's word for a file that may not grow any more.
                throw new IOException("The file has reached the largest size that the system allows.", error);
            }
        }

        public void Cut(long length) => RandomAccess.SetLength(handle, length);

        public void Sync() => RandomAccess.FlushToDisk(handle);

        public void Dispose() => handle.Dispose();
    }
}
