using System.Runtime.CompilerServices;

namespace AuthorityDirectory.Tests.Support;

/// <summary>Cases as data: a line each, <c>given ⇶ expected</c>; <c>#</c> begins a remark.</summary>
public static class CaseFile
{
    /// <summary>The cases of a file beside the calling test.</summary>
    public static TheoryData<string, string> Beside(string name, [CallerFilePath] string path = "")
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Path.GetDirectoryName(path)!, name)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var parts = line.Split('⇶', StringSplitOptions.TrimEntries);
            cases.Add(parts[0], parts[1]);
        }

        return cases;
    }
}
