using System.Diagnostics;
using System.Text.RegularExpressions;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The program as an operator runs it, in a process of its own.</summary>
public sealed partial class DirectoryProcess : IDisposable
{
    private readonly Process _process;

    public DirectoryProcess(params IEnumerable<string> settings)
        : this(new Dictionary<string, string>(), settings)
    {
    }

    /// <param name="environment">What is beside that of the tests.</param>
    /// <param name="settings">The command line.</param>
    public DirectoryProcess(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> settings)
    {
        var program = typeof(DirectoryApplication).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
    }

    /// <summary>What it says until it listens, and where that is.</summary>
    public async Task<(string Said, Uri Address)> ListensAsync(CancellationToken token)
    {
        var said = await SaysAsync("Now listening on", token);
        return (said, new Uri(Listens().Match(said).Groups[1].Value));
    }

    /// <summary>What it says until a line with these words, that line included.</summary>
    public async Task<string> SaysAsync(string words, CancellationToken token)
    {
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(token) is { } line)
        {
            said.Add(line);
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return string.Join('\n', said);
            }
        }

        throw new InvalidOperationException($"It ended before it said \"{words}\": {await _process.StandardError.ReadToEndAsync(token)}");
    }

    /// <summary>What a platform sends before it takes an instance away.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>What it said to the end, its complaints, and its exit code.</summary>
    public async Task<(string Said, string Complaints, int Code)> EndsAsync(CancellationToken token)
    {
        var complaints = _process.StandardError.ReadToEndAsync(token);
        var said = await _process.StandardOutput.ReadToEndAsync(token);
        await _process.WaitForExitAsync(token);
        return (said, await complaints, _process.ExitCode);
    }

    [GeneratedRegex(@"Now listening on: (http://[\d.:]+)")]
    private static partial Regex Listens();

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
