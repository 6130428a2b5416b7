using System.Runtime.CompilerServices;

namespace AuthorityDirectory.Tests.Support;

/// <summary>Cases as data: a line each, its parts between <c>⇶</c>; <c>#</c> begins a remark.</summary>
public static class CaseFile
{
    /// <summary>The cases of a file beside the calling test, <c>given ⇶ expected</c>.</summary>
    public static TheoryData<string, string> Beside(string name, [CallerFilePath] string path = "") =>
        [.. Lines(name, path).Select(parts => (parts[0], parts[1]))];

    /// <summary>The same, <c>given ⇶ when ⇶ expected</c>.</summary>
    public static TheoryData<string, string, string> TriplesBeside(string name, [CallerFilePath] string path = "") =>
        [.. Lines(name, path).Select(parts => (parts[0], parts[1], parts[2]))];

    private static IEnumerable<string[]> Lines(string name, string path) =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(path)!, name)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('⇶', StringSplitOptions.TrimEntries));
}
