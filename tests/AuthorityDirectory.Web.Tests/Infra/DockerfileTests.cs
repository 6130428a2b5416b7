using System.Xml.Linq;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>An image cannot be built where the tests run; what the Dockerfile names is looked up in the repository.</summary>
public sealed class DockerfileTests
{
    private static readonly string[][] Instructions =
        [.. File.ReadAllText(Repository.File("Dockerfile")).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static IEnumerable<string> Copied =>
        Instructions.Where(words => words[0] == "COPY" && !words[1].StartsWith("--", StringComparison.Ordinal)).SelectMany(words => words[1..^1]);

    [Fact]
    public void Nothing_speaks_against_it() => Assert.Empty(InfraTools.Run<List<string>>("dockerfile.mjs", [Repository.File("Dockerfile")]));

    [Fact]
    public void Everything_it_copies_is_in_the_repository_and_not_ignored()
    {
        var allowed = File.ReadAllLines(Repository.File(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();

        Assert.All(Copied, path =>
        {
            Assert.True(Path.Exists(Repository.File(path)), path);
            Assert.Contains(path.Split('/')[0], allowed);
        });
    }

    [Fact]
    public void It_restores_the_directory_and_every_project_that_it_refers_to()
    {
        var projects = Copied.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

        Assert.Equal(References("src/AuthorityDirectory.Web/AuthorityDirectory.Web.csproj").Distinct().Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_ends_as_a_small_image_with_languages_and_time_zones_and_without_root()
    {
        Assert.EndsWith("-chiseled-extra", Instructions.Last(words => words[0] == "FROM")[1], StringComparison.Ordinal);
        Assert.Equal(["USER", "$APP_UID"], Instructions.Last(words => words[0] == "USER"));
        Assert.Equal(["VOLUME", "/data"], Instructions.Last(words => words[0] == "VOLUME"));
    }

    [Fact]
    public void It_starts_the_assembly_of_the_directory() =>
        Assert.Equal($"[\"dotnet\", \"{typeof(DirectoryApplication).Assembly.GetName().Name}.dll\"]", string.Join(' ', Instructions.Last()[1..]));

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Repository.File(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetRelativePath(Repository.File("."), Repository.File(Path.GetDirectoryName(project)!, (string)reference.Attribute("Include")!)))
            .SelectMany(References).Prepend(project);
}
