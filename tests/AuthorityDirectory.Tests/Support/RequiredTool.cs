namespace AuthorityDirectory.Tests.Support;

/// <summary>A program of the machine that only tests need: without it a test is skipped with the reason, in CI it fails.</summary>
public static class RequiredTool
{
    public static string Chromium => Find("chromium", "chromium-browser", "google-chrome");

    public static string Strace => Find("strace");

    private static string Find(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null)
        {
            var reason = $"{names[0]} is not installed; .ci/run installs it.";
            Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is null, reason);
            Assert.Fail(reason);
        }

        return found;
    }
}
