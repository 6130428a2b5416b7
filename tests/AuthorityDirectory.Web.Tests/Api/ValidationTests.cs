using System.Text.Json;
using System.Xml.Linq;
using AuthorityDirectory.Web.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Api;

/// <summary>What <c>$metadata</c> promises of values is true of every value that the directory answers.</summary>
public sealed class ValidationTests(SeededDirectory seeded, DirectoryWithEverything everything)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_value_of_the_seeded_directory_keeps_what_the_metadata_promises() => Assert.Empty(await BrokenAsync(seeded));

    [Fact]
    public async Task Every_value_of_a_directory_with_everything_keeps_what_the_metadata_promises() => Assert.Empty(await BrokenAsync(everything));

    /// <remarks>Those of requests, which nobody sees without a token, have a test of their own beside those of writing.</remarks>
    [Fact]
    public async Task No_promise_is_about_nothing()
    {
        var promises = await PromisesAsync(everything);
        var met = (await HeldAsync(everything, promises)).Where(held => held.Value.ValueKind != JsonValueKind.Null && held.Value.GetRawText() != "[]").Select(held => held.Promise).ToHashSet();

        Assert.Superset(new HashSet<string> { "Pattern", "Minimum", "MinItems", "AllowedValues" }, promises.All.Select(promise => promise.Term).ToHashSet());
        Assert.Empty(promises.All.Where(promise => promise.Type is not ("ChangeRequest" or "Attachment")).Except(met));
    }

    [Fact]
    public async Task A_value_that_breaks_any_of_the_promises_is_found()
    {
        var promises = await PromisesAsync(seeded);

        Assert.All(promises.All, promise => Assert.Contains(Broken(promises, promise), found => found == promise));

        static IEnumerable<Promise> Broken(Promises promises, Promise promise)
        {
            using var value = JsonDocument.Parse($$"""{ "{{promise.Property}}": {{Breaking(promise)}} }""");
            return [.. promises.Of(promise.Type, value.RootElement).Where(held => !held.Promise.IsKept(held.Value)).Select(held => held.Promise)];
        }
    }

    [Fact]
    public async Task The_metadata_as_JSON_promises_the_same()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/odata/$metadata") { Headers = { { "Accept", "application/json" }, { "OData-MaxVersion", "4.01" } } };
        using var response = await seeded.Client.SendAsync(request, Cancellation);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        var types = json.RootElement.GetProperty("UncacDirectory");

        Assert.All((await PromisesAsync(seeded)).All, promise =>
        {
            var said = types.GetProperty(promise.Type).GetProperty(promise.Property).GetProperty($"@Validation.{promise.Term}");
            Assert.Equal(promise.Said, said.ValueKind == JsonValueKind.Array ? string.Join(", ", said.EnumerateArray().Select(allowed => allowed.GetProperty("Value").GetString())) : said.ToString());
        });
    }

    [Fact]
    public async Task The_OpenAPI_description_promises_the_same()
    {
        using var json = JsonDocument.Parse(await seeded.Client.GetStringAsync("/openapi/v1.json", Cancellation));
        var schemas = json.RootElement.GetProperty("components").GetProperty("schemas");

        Assert.All((await PromisesAsync(seeded)).All, promise =>
        {
            var schema = schemas.GetProperty(promise.Type).GetProperty("properties").GetProperty(promise.Property);
            var said = promise.Term == "MinItems" ? schema.GetProperty("minItems") : Said(schema.TryGetProperty("items", out var items) ? items : schema, promise.Term);
            Assert.Equal(promise.Said, said.ValueKind == JsonValueKind.Array ? string.Join(", ", said.EnumerateArray()) : said.ToString());
        });

        static JsonElement Said(JsonElement schema, string term) => schema.GetProperty(term switch { "Pattern" => "pattern", "Minimum" => "minimum", _ => "enum" });
    }

    private static string Breaking(Promise promise) => promise.Term switch
    {
        "Minimum" => "-1",
        "MinItems" => "[]",
        _ => "\"no such thing\"",
    };

    private static async Task<IEnumerable<string>> BrokenAsync(DirectoryHost directory) =>
        (await HeldAsync(directory, await PromisesAsync(directory))).Where(held => !held.Promise.IsKept(held.Value)).Select(held => $"{held.Promise}: {held.Value}");

    private static async Task<Promises> PromisesAsync(DirectoryHost directory) => new(XDocument.Parse(await directory.Client.GetStringAsync("/odata/$metadata", Cancellation)));

    /// <summary>Questions of the finder that together show every property of a route.</summary>
    private static readonly string[] Questions =
    [
        "FindCounterpart(requestingState='FR',requestedState='AT',need='MutualLegalAssistance',urgent=true,formal=true)",
        "FindCounterpart(requestingState='AT',requestedState='BR',need='InformalContact',urgent=false,formal=false)",
    ];

    /// <summary>What every set, singleton and function answers, as far as something is promised of it.</summary>
    private static async Task<List<(Promise Promise, JsonElement Value)>> HeldAsync(DirectoryHost directory, Promises promises)
    {
        var held = new List<(Promise, JsonElement)>();
        foreach (var (address, type) in Resources(XDocument.Parse(await directory.Client.GetStringAsync("/odata/$metadata", Cancellation))))
        {
            await foreach (var answer in PagesAsync(directory, address))
            {
                held.AddRange(promises.Of(type, answer.TryGetProperty("value", out var values) ? values : answer));
            }
        }

        return held;
    }

    private static IEnumerable<(string Address, string Type)> Resources(XDocument metadata)
    {
        foreach (var element in metadata.Descendants().Where(element => element.Name.LocalName is "EntitySet" or "Singleton"))
        {
            yield return ((string)element.Attribute("Name")!, Promises.TypeOf((string?)element.Attribute("EntityType") ?? (string)element.Attribute("Type")!));
        }

        foreach (var function in metadata.Descendants().Where(element => element.Name.LocalName == "Function"))
        {
            var (name, type) = ((string)function.Attribute("Name")!, Promises.TypeOf((string)function.Elements().Single(child => child.Name.LocalName == "ReturnType").Attribute("Type")!));
            foreach (var call in Questions.Where(question => question.StartsWith($"{name}(", StringComparison.Ordinal)).DefaultIfEmpty($"{name}()"))
            {
                yield return (call, type);
            }
        }
    }

    private static async IAsyncEnumerable<JsonElement> PagesAsync(DirectoryHost directory, string address)
    {
        for (var next = $"/odata/{address}"; next is not null;)
        {
            var page = JsonDocument.Parse(await directory.Client.GetStringAsync(next, Cancellation)).RootElement;
            yield return page;
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
        }
    }
}
