using System.CommandLine;

namespace AuthorityDirectory.Tool;

/// <summary>A file that is there whole or not at all: it is written beside its place, and takes it when everything is on the disk.</summary>
internal sealed class OutputFile : IAsyncDisposable
{
    public static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace the file if it is there." };

    private readonly string _path;
    private readonly string? _partial;
    private readonly bool _overwrite;

    private OutputFile(string path, string? partial, bool overwrite, Stream stream) =>
        (_path, _partial, _overwrite, Stream) = (path, partial, overwrite, stream);

    /// <summary>For messages.</summary>
    public string Name => _path == "-" ? "Standard output" : _path;

    /// <summary>Where to write.</summary>
    public Stream Stream { get; }

    public static Argument<string> Argument(string description) => new("file") { Description = $"{description}, or - for standard output." };

    /// <summary>Begins a file.</summary>
    /// <param name="path">Its name; <c>-</c> is standard output.</param>
    /// <param name="overwrite">Whether it may be there already.</param>
    /// <param name="isRestricted">Whether only its owner may read it.</param>
    /// <exception cref="RefusedException">It cannot be written there.</exception>
    public static OutputFile Create(string path, bool overwrite, bool isRestricted)
    {
        if (path == "-")
        {
            return new(path, null, overwrite, new BufferedStream(Console.OpenStandardOutput(), 1 << 16));
        }

        var (full, folder) = (Path.GetFullPath(path), Path.GetDirectoryName(Path.GetFullPath(path)));
        RefuseIf(Directory.Exists(full) || folder is null, $"{path} is a folder: name a file.");
        RefuseIf(!Directory.Exists(folder), $"There is no folder {folder}: make it, or name another.");
        RefuseIf(File.Exists(full) && !overwrite, $"{path} is there already: name another file, or say --overwrite.");
        var partial = $"{full}.{Environment.ProcessId}.partial";
        return new(full, partial, overwrite, new FileStream(partial, Options(isRestricted)));
    }

    /// <summary>Puts the file in its place.</summary>
    public async Task CompleteAsync(CancellationToken stop)
    {
        await Stream.FlushAsync(stop);
        if (_partial is not null)
        {
            ((FileStream)Stream).Flush(flushToDisk: true);
            await Stream.DisposeAsync();
            stop.ThrowIfCancellationRequested();
            File.Move(_partial, _path, _overwrite);
        }
    }

    /// <summary>Leaves nothing behind that was not completed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_partial is not null)
        {
            await Stream.DisposeAsync();
            File.Delete(_partial);
        }
    }

    private static FileStreamOptions Options(bool isRestricted)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16, Options = FileOptions.Asynchronous };
        if (isRestricted && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void RefuseIf(bool isWrong, string why)
    {
        if (isWrong)
        {
            throw new RefusedException(why);
        }
    }
}
