using System.Runtime.CompilerServices;

namespace AuthorityDirectory.Benchmarks;

/// <summary>Where things lie in the repository.</summary>
internal static class Repository
{
    /// <summary>The folder of the web project, with its settings.</summary>
    public static string Web { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "src", "AuthorityDirectory.Web"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
