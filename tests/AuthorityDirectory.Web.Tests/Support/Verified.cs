namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Compares with a committed file; what differs is written beside it as <c>.received</c>, to be looked at and taken over.</summary>
public static class Verified
{
    public static void Equal(string file, string received)
    {
        var path = Repository.File("tests", "AuthorityDirectory.Web.Tests", "Api", file);
        var beside = path.Replace(".verified.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected.ReplaceLineEndings("\n").TrimEnd() == received.ReplaceLineEndings("\n").TrimEnd())
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received.ReplaceLineEndings("\n").TrimEnd() + "\n");
        Assert.Fail($"The contract differs from {file}: compare it with {beside}; if the change is meant, take that file over.");
    }
}
