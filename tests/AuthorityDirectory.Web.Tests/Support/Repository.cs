using System.Runtime.CompilerServices;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Files of the repository as it is checked out.</summary>
public static class Repository
{
    private static readonly string Root = FindRoot();

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string FindRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
