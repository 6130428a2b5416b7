using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AuthorityDirectory.Tool.Tests.Support;

namespace AuthorityDirectory.Tool.Tests;

/// <summary>The examples of the tool's README are run as they stand.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly Workplace _workplace = new();

    public void Dispose() => _workplace.Dispose();

    [Fact]
    public async Task Every_example_works_and_the_last_answers_what_the_page_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The examples are for a shell.");
        var page = await File.ReadAllTextAsync(Root("src", "AuthorityDirectory.Tool", "README.md"), TestContext.Current.CancellationToken);
        Directory.CreateSymbolicLink(_workplace.In("seed-data"), Root("seed-data"));
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"set -e\ndirectory() {{ dotnet '{AppContext.BaseDirectory}directory.dll' \"$@\"; }}\n{Examples().Match(page).Groups[1].Value}"])
        {
            WorkingDirectory = _workplace.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var outcome = await DirectoryProcess.EndAsync(shell);

        Assert.True(outcome.Exit == 0, outcome.Error);
        Assert.Contains(outcome.Output.TrimEnd().Split('\n')[^1].Replace(_workplace.Path, "/…", StringComparison.Ordinal), page, StringComparison.Ordinal);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();

    private static string Root(params string[] path) => Path.GetFullPath(Path.Combine([FindRoot(), .. path]));

    private static string FindRoot([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "..", "..");
}
