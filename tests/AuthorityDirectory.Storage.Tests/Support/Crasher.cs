using System.Diagnostics;

namespace AuthorityDirectory.Storage.Tests.Support;

/// <summary>The program <c>tests/JournalCrasher</c> in a process of its own.</summary>
public sealed class Crasher : IDisposable
{
    private readonly Process _process;

    public Crasher(params IEnumerable<string> arguments)
        : this("dotnet", [Program, .. arguments])
    {
    }

    private Crasher(string command, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "JournalCrasher.dll");

    public int Id => _process.Id;

    /// <summary>The same under <c>strace</c>, which writes what it sees to a file.</summary>
    public static Crasher Traced(string strace, string calls, string trace, params IEnumerable<string> arguments) =>
        new(strace, ["-f", "-y", "-s", "200", "-e", $"trace={calls}", "-o", trace, "dotnet", Program, .. arguments]);

    public async Task<string?> ReadLineAsync(CancellationToken token) => await _process.StandardOutput.ReadLineAsync(token);

    /// <summary>SIGKILL: the process gets no say.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Lets it end, and gives the lines it said that were not read yet.</summary>
    public async Task<string[]> EndAsync(CancellationToken token)
    {
        _process.StandardInput.Close();
        var rest = await _process.StandardOutput.ReadToEndAsync(token);
        await _process.WaitForExitAsync(token);
        return rest.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
