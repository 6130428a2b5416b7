using System.Diagnostics.CodeAnalysis;

namespace AuthorityDirectory.Tests.Support;

/// <summary>A program of the machine that only tests need: without it a test is skipped with the reason, in CI it fails.</summary>
public static class RequiredTool
{
    public static string Chromium => Find("chromium", "chromium-browser", "google-chrome");

    public static string Strace => Find("strace");

    public static string Node => Find("node", "nodejs");

    public static string Npm => Find("npm");

    public static string Curl => Find("curl");

    private static string Find(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Check(found is not null, $"{names[0]} is not installed; .ci/run installs it.");
        return found;
    }

    /// <summary>For what a tool needs beside itself, such as a network.</summary>
    public static void Check([DoesNotReturnIf(false)] bool isThere, string reason)
    {
        if (!isThere)
        {
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, reason);
            Assert.Fail(reason);
        }
    }
}
