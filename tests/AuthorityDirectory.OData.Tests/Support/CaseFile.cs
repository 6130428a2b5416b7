namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Cases as data: <c>question ⇶ answer</c>, one a line; what follows <c>#</c> at the start of a line is a heading.</summary>
internal static class CaseFile
{
    /// <summary>The questions and answers of a file, each with where it stands.</summary>
    public static TheoryData<string, string, string> Read(string name)
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var (number, line) in Lines(name))
        {
            if (line.Split('⇶') is not [var question, var answer])
                throw new FormatException($"{name}, line {number}: a case is 'question ⇶ answer'.");
            cases.Add($"{name}:{number}", question.Trim(), answer.Trim());
        }
        return cases;
    }

    /// <summary>Errors: a request, a line whose <c>^</c> stands under the place, and <c>⇶ status code</c> with part of the message.</summary>
    public static TheoryData<string, string, int, string> ReadMarked(string name)
    {
        var cases = new TheoryData<string, string, int, string>();
        var lines = Lines(name).ToList();
        for (var i = 0; i < lines.Count;)
        {
            var (number, request) = lines[i++];
            var marker = lines[i].Line.Trim() == "^" ? lines[i++].Line.IndexOf('^', StringComparison.Ordinal) : -1;
            cases.Add($"{name}:{number}", request.TrimEnd(), marker, lines[i++].Line.Trim().TrimStart('⇶').Trim());
        }
        return cases;
    }

    static IEnumerable<(int Number, string Line)> Lines(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", name))
            .Select((line, index) => (Number: index + 1, line))
            .Where(numbered => numbered.line.Trim().Length > 0 && !numbered.line.StartsWith('#'));
}
