using System.Net;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>What Azure is told of the directory is what the directory is.</summary>
public sealed class ContainerAppTests(BicepSource source, SeededDirectory directory)
{
    private BicepFile Web => source["web.bicep"];

    private BicepNode App => Web.Resources("Microsoft.App/containerApps").Single();

    private BicepNode Template => App.At("properties.template");

    private BicepNode Container => Template["containers"].Elements.First();

    [Fact]
    public async Task The_probes_ask_addresses_that_answer()
    {
        var paths = Container["probes"].Elements.Select(probe => Web.Text(probe.At("httpGet.path"))).Distinct().ToList();

        Assert.Equal(["/health/live", "/health/ready"], paths);
        foreach (var path in paths)
        {
            using var answer = await directory.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public void Liveness_does_not_ask_for_readiness() =>
        Assert.DoesNotContain(Container["probes"].Elements, probe => Web.Text(probe["type"]) == "Liveness" && Web.Text(probe.At("httpGet.path")) == "/health/ready");

    [Fact]
    public void There_are_never_fewer_than_two()
    {
        var parameter = Web["minReplicas"];
        var limit = Web.Root.Children[Web.Root.Children.ToList().IndexOf(parameter) - 1];

        Assert.Equal("2", Web.Text(parameter.Children[^1]));
        Assert.Contains("@minValue(2)", limit.Text, StringComparison.Ordinal);
        Assert.Equal("minReplicas", Template.At("scale.minReplicas").Text);
    }

    [Fact]
    public void The_image_listens_where_Azure_asks_and_writes_where_Azure_lets_it()
    {
        var asked = Container["probes"].Elements.Select(probe => probe.At("httpGet.port")).Append(App.At("properties.configuration.ingress.targetPort"));
        var dockerfile = File.ReadAllText(Repository.File("Dockerfile"));

        Assert.All(asked, port => Assert.Contains($"Urls=http://+:{Web.Text(port)} ", dockerfile, StringComparison.Ordinal));
        Assert.Contains($"Storage__Folder={Web.Text(Container["volumeMounts"].Elements.Single()["mountPath"])}\n", dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_is_one_that_the_directory_reads()
    {
        var settings = Settings();

        Assert.Empty(settings.Keys.Where(key => !key.StartsWith("OTEL_", StringComparison.Ordinal)).Except(SettingsRead.Of(settings), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_secret_that_is_asked_for_is_there_and_the_vault_has_the_one_of_the_key_ring()
    {
        var secrets = App.At("properties.configuration.secrets").All.Where(node => node.Type == "object").ToDictionary(secret => Web.Text(secret["name"]));
        var vault = source[Path.Combine("modules", "keyvault.bicep")];
        var asked = Template["containers"].All.Where(node => node.Type == "object").Select(variable => variable.Find("secretRef")).OfType<BicepNode>();

        Assert.Equal(secrets.Keys.Order(StringComparer.Ordinal), asked.Select(Web.Text).Order(StringComparer.Ordinal));
        Assert.EndsWith($"secrets/{vault.Text(vault.Resources("Microsoft.KeyVault/vaults/secrets").Single()["name"])}'", secrets["data-protection"]["keyVaultUrl"].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_directory_sends_to_the_collector_beside_it()
    {
        var collector = File.ReadAllText(Repository.File("infra", "collector.yaml"));

        Assert.Equal("http/protobuf", Settings()["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        Assert.Contains($"endpoint: {new Uri(Settings()["OTEL_EXPORTER_OTLP_ENDPOINT"]).Authority}\n", collector, StringComparison.Ordinal);
    }

    /// <summary>The environment of the container as settings: what only Azure knows is a value of the right form.</summary>
    private Dictionary<string, string> Settings() => Container["env"].All.Where(node => node.Type == "object").ToDictionary(
        variable => Web.Text(variable["name"]).Replace("__", ":", StringComparison.Ordinal),
        variable => Known.GetValueOrDefault(Web.Text(variable["name"]), variable.Find("value") is { } value ? Web.Text(value) : ""));

    private static readonly Dictionary<string, string> Known = new()
    {
        ["Storage__Cosmos__Endpoint"] = "https://example.documents.azure.com",
        ["Storage__Cosmos__Database"] = "directory",
        ["Storage__Cosmos__ClientId"] = "00000000-0000-0000-0000-000000000000",
        ["Health__StaleAfter"] = "00:01:00",
        ["DataProtection__Secret"] = "twelve or more, at random",
        ["Mail__Kind"] = "Smtp",
        ["Mail__From"] = "directory@example.org",
        ["Mail__Smtp__Host"] = "mail.example.org",
        ["Mail__Smtp__Port"] = "587",
        ["Mail__Smtp__User"] = "directory",
        ["Mail__Smtp__Password"] = "secret",
        ["Site__PublicUrl"] = "https://directory.example.org",
    };
}
