using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace AuthorityDirectory.Tests;

/// <summary>The references between the projects are the architecture: they are read from the project files.</summary>
public sealed class HouseTests
{
    public static TheoryData<string, string, string> Projects => new()
    {
        { "AuthorityDirectory", "", "" },
        { "AuthorityDirectory.OData", "", "Microsoft.OData.Edm" },
        { "AuthorityDirectory.Storage", "AuthorityDirectory", "Azure.Identity Microsoft.Azure.Cosmos Newtonsoft.Json Polly" },
        { "AuthorityDirectory.Exchange", "AuthorityDirectory", "CsvHelper DocumentFormat.OpenXml ExcelDataReader" },
        { "AuthorityDirectory.Tool", "AuthorityDirectory.Exchange AuthorityDirectory.Storage", "Spectre.Console System.CommandLine" },
        { "AuthorityDirectory.Web", "AuthorityDirectory.Exchange AuthorityDirectory.OData AuthorityDirectory.Storage", "OpenTelemetry OpenTelemetry.Exporter.OpenTelemetryProtocol Swashbuckle.AspNetCore" },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_the_design_lets_it(string project, string projects, string packages)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", project, $"{project}.csproj"));

        Assert.Equal(projects, Names(file, "ProjectReference", path => Path.GetFileNameWithoutExtension(path)));
        Assert.Equal(packages, Names(file, "PackageReference", name => name));
    }

    [Fact]
    public void Every_project_of_the_solution_stands_in_the_table_and_has_its_tests()
    {
        var listed = Projects.Select(row => row.Data.Item1).Order(StringComparer.Ordinal);
        var present = Directory.GetDirectories(Path.Combine(Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(listed, present);
        Assert.All(listed, project => Assert.True(Directory.Exists(Path.Combine(Root, "tests", $"{project}.Tests")), project));
    }

    [Fact]
    public void The_solution_builds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "AuthorityDirectory.sln"));
        var projects = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileName);

        Assert.All(projects, project => Assert.Contains($"\\{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_version_is_written_once_for_all_projects()
    {
        var written = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Where(reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null);

        Assert.Empty(written);
    }

    private static string Root { get; } = FindRoot();

    private static string Names(XDocument file, string element, Func<string, string> name) =>
        string.Join(' ', file.Descendants(element).Select(e => name((string)e.Attribute("Include")!)).Order(StringComparer.Ordinal));

    private static string FindRoot([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
