using System.Text.Json;
using System.Text.RegularExpressions;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>What a compiler would ask of the Bicep, as far as it can be asked without one.</summary>
public sealed partial class BicepTests(BicepSource source)
{
    private static readonly string[] Functions =
        ["concat", "empty", "filter", "flatten", "guid", "json", "loadTextContent", "map", "string", "subscription", "subscriptionResourceId", "tenant", "toLower", "uniqueString"];

    private static readonly string[] Decorators = ["allowed", "batchSize", "description", "maxLength", "minLength", "minValue", "secure"];

    /// <summary>What azd knows by itself, beside what main.bicep puts out.</summary>
    private static readonly string[] KnownToAzd = ["AZURE_ENV_NAME", "AZURE_LOCATION", "AZURE_PRINCIPAL_ID", "SERVICE_WEB_IMAGE_NAME"];

    [Fact]
    public void Every_file_parses() =>
        Assert.Empty(source.Files.Values.SelectMany(file => file.Root.All.Where(node => node.Type is "ERROR" or "MISSING").Select(node => $"{file.Path} line {node.Line}: {node.Text}")));

    [Fact]
    public void Every_name_that_is_used_is_declared() =>
        Assert.Empty(source.Files.Values.SelectMany(file => Undeclared(file.Root, [.. file.Declared.Where(d => d.Type != "output_declaration").Select(BicepFile.Name)])
            .Select(name => $"{file.Path} line {name.Line}: {name.Text}")));

    [Fact]
    public void Every_parameter_and_variable_is_used() =>
        Assert.Empty(source.Files.Values.SelectMany(file => file.Names("parameter").Concat(file.Names("variable"))
            .Where(name => file.Root.All.Count(node => node.Type == "identifier" && node.Text == name) < 2).Select(name => $"{file.Path}: {name}")));

    [Fact]
    public void Every_module_is_given_what_it_asks_for() =>
        Assert.All(Modules(), module =>
        {
            var given = BicepFile.Body(module.Declaration)["params"].Properties.Keys;
            Assert.Empty(given.Except(module.File.Names("parameter")));
            Assert.Empty(module.File.Required.Except(given));
        });

    [Fact]
    public void Every_output_that_is_used_is_put_out() =>
        Assert.All(Modules(), module => Assert.Empty(
            OutputOf(BicepFile.Name(module.Declaration)).Matches(source["main.bicep"].Root.Text).Select(match => match.Groups[1].Value).Except(module.File.Names("output"))));

    [Fact]
    public void Every_module_is_used() =>
        Assert.Equal(source.Files.Keys.Where(path => path.StartsWith("modules", StringComparison.Ordinal)), Modules().Select(module => module.File.Path).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("main")]
    [InlineData("web")]
    public void The_parameters_are_those_of_the_file(string name)
    {
        var given = Parameters(name).Select(parameter => parameter.Name).ToList();

        Assert.Empty(given.Except(source[$"{name}.bicep"].Names("parameter")));
        Assert.Empty(source[$"{name}.bicep"].Required.Except(given));
    }

    [Fact]
    public void What_the_directory_is_deployed_with_was_put_out_before()
    {
        var needed = Parameters("web").SelectMany(parameter => Variable().Matches(parameter.Value.GetRawText())).Select(match => match.Groups[1].Value);

        Assert.Empty(needed.Except(KnownToAzd).Except(source["main.bicep"].Names("output")));
    }

    private static List<JsonProperty> Parameters(string name) =>
        [.. JsonDocument.Parse(File.ReadAllText(Repository.File("infra", $"{name}.parameters.json"))).RootElement.GetProperty("parameters").EnumerateObject()];

    private List<(BicepNode Declaration, BicepFile File)> Modules()
    {
        var main = source["main.bicep"];
        return [.. main.Of("module").Select(module => (module, source[main.Text(module.Children[1])]))];
    }

    private static IEnumerable<BicepNode> Undeclared(BicepNode node, string[] known) => node.Type switch
    {
        "identifier" => known.Contains(node.Text) ? [] : [node],
        "type" => [],
        "decorator" => Undeclared(node.Children[0], [.. known, .. Decorators]),
        "call_expression" => node.Children.SelectMany(child => Undeclared(child, [.. known, .. Functions])),
        "object_property" => Undeclared(node.Children[^1], known),
        "for_statement" or "lambda_expression" => Undeclared(node.Children, [.. known, .. Bound(node)]),
        "parameter_declaration" or "variable_declaration" or "resource_declaration" or "module_declaration" or "output_declaration" => Undeclared(node.Children.Skip(1), known),
        _ => Undeclared(node.Children, known),
    };

    private static IEnumerable<BicepNode> Undeclared(IEnumerable<BicepNode> nodes, string[] known) => nodes.SelectMany(node => Undeclared(node, known));

    /// <summary>What a loop or a lambda calls its element, and its number.</summary>
    private static IEnumerable<string> Bound(BicepNode node) =>
        node.Children[0].All.Where(child => child.Type is "identifier" or "loop_variable" or "loop_enumerator").Select(child => child.Text);

    private static Regex OutputOf(string module) => new($@"\b{module}\.outputs\.(\w+)");

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Variable();
}
