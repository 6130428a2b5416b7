using System.Globalization;
using System.Text;

namespace AuthorityDirectory.Storage.Work;

/// <summary>An item as a file: a line with its tag and, after a space, when it expires; then its content.</summary>
internal static class WorkFile
{
    public static byte[] Write(WorkItem item) =>
        [.. Encoding.ASCII.GetBytes($"{item.Tag} {item.ExpiresAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\n"), .. item.Content.Span];

    /// <exception cref="IOException">The file is not an item.</exception>
    public static WorkItem Read(WorkKey key, byte[] file)
    {
        var end = Array.IndexOf(file, (byte)'\n');
        return end >= 0 && Encoding.ASCII.GetString(file, 0, end).Split(' ') is [var tag, var expires] && (expires.Length == 0 || DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, out _))
            ? new WorkItem(key.ToString(), file.AsMemory(end + 1), tag, expires.Length == 0 ? null : DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture))
            : throw new IOException($"The file of {key} is not what was written: move it away.");
    }
}
