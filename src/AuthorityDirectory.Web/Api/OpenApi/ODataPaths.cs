using System.Text.Json.Nodes;
using AuthorityDirectory.OData.Model;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>Every path of the service that has a fixed form: expressions in paths are for those who read the standard.</summary>
public sealed class ODataPaths(OpenApiDocument document, ODataOperations operations)
{
    /// <summary>The heading of what describes the service.</summary>
    public const string Service = "Service";

    private readonly ODataParameters _options = new(document);
    private readonly ODataWrites _writes = new(document);

    /// <summary>Adds the service document, <c>$metadata</c> and what all paths share.</summary>
    public async Task AddServiceAsync()
    {
        _options.Add();
        Add("/", operations.Document("getServiceDocument", "What the service holds, by name.", "application/json", await operations.AnswerAsync("")));
        Add("/$metadata", operations.Document("getMetadata", "Every type and property, in OData's own words; JSON with Accept: application/json.", "application/xml", null));
    }

    /// <summary>Adds the paths of an entity set or singleton.</summary>
    public Task AddAsync(EntitySource source) => source is EntitySet set ? AddSetAsync(set) : AddSingletonAsync(source);

    private async Task AddSingletonAsync(EntitySource source) =>
        Add($"/{source.Name}", operations.Entities($"get{source.Name}", source.Name, source.Description ?? source.Name, source.Type.Name, await operations.AnswerAsync(source.Name), ODataParameters.OfEntity(source.Type)));

    private async Task AddSetAsync(EntitySet set)
    {
        var example = await operations.AnswerAsync($"{set.Name}?$top=1");
        var sample = example?["value"] is JsonArray { Count: > 0 } values ? values[0]!.AsObject() : null;
        Add($"/{set.Name}", operations.Pages($"list{set.Name}", set.Name, set.Description ?? set.Name, ODataSchemas.ListOf(set.Type), example, _options.OfList(set.Type, set.IsSearchable, sample)));
        Add($"/{set.Name}/$count", operations.Count($"count{set.Name}", set.Name, "How many there are.", ODataParameters.OfCount(set.Type, set.IsSearchable, sample)));
        if (set.Insert is not null)
        {
            Add($"/{set.Name}", _writes.Insert(set), HttpMethod.Post);
        }

        await AddEntityAsync(set, sample);
    }

    private async Task AddEntityAsync(EntitySet set, JsonObject? sample)
    {
        var key = set.Type.KeyProperty!;
        var value = sample?[key.Name];
        var at = new Entity(set, Address(key, $"{{{key.Name}}}"), value is null ? null : Address(key, value.ToString()), ODataParameters.Key(key, value));
        AddKeyed(at, at.Template, operations.Entities($"get{set.Name}", set.Name, "The one with this key.", set.Type.Name, await ExampleAsync(at, ""), ODataParameters.OfEntity(set.Type)));
        foreach (var navigation in set == set.BaseSet ? set.Type.NavigationProperties : [])
        {
            await AddNavigationAsync(at, navigation);
        }

        foreach (var action in set == set.BaseSet ? set.Type.Actions : [])
        {
            AddKeyed(at, $"{at.Template}/{action.Name}", _writes.Invoke(set, action), HttpMethod.Post);
        }
    }

    private async Task AddNavigationAsync(Entity at, NavigationProperty navigation)
    {
        var name = at.Set.Name + navigation.Name;
        var path = $"{at.Template}/{navigation.Name}";
        if (navigation.IsCollection)
        {
            AddKeyed(at, path, operations.Pages($"list{name}", at.Set.Name, $"Its {navigation.Name}.", ODataSchemas.ListOf(navigation.Target), await ExampleAsync(at, $"/{navigation.Name}?$top=1"), _options.OfList(navigation.Target, false, null)));
            AddKeyed(at, $"{path}/$count", operations.Count($"count{name}", at.Set.Name, $"How many {navigation.Name} it has.", ODataParameters.OfCount(navigation.Target, false, null)));
            return;
        }

        var operation = operations.Entities($"get{name}", at.Set.Name, $"Its {navigation.Name}.", navigation.Target.Name, await ExampleAsync(at, $"/{navigation.Name}"), ODataParameters.OfEntity(navigation.Target));
        if (navigation.IsNullable)
        {
            operation.Responses!.Add("204", new OpenApiResponse { Description = "There is none." });
        }

        AddKeyed(at, path, operation);
    }

    private async Task<JsonNode?> ExampleAsync(Entity at, string rest)
    {
        var answer = at.Sample is null ? null : await operations.AnswerAsync(at.Sample + rest);
        return answer?["error"] is null ? answer : null;
    }

    private void AddKeyed(Entity at, string path, OpenApiOperation operation, HttpMethod? method = null)
    {
        operation.Parameters!.Insert(0, at.Key);
        operation.Responses!.Add("404", new OpenApiResponseReference(ODataErrors.NotFound, document));
        Add($"/{path}", operation, method);
    }

    /// <summary>Adds what is asked by GET, unless by another method, to its path.</summary>
    private void Add(string path, OpenApiOperation operation, HttpMethod? method = null)
    {
        if (!document.Paths.TryGetValue(path, out var item))
        {
            document.Paths.Add(path, item = new OpenApiPathItem { Operations = [] });
        }

        item.Operations!.Add(method ?? HttpMethod.Get, operation);
    }

    private static string Address(StructuralProperty key, string value) => key.Type.Name == "String" ? $"('{value}')" : $"({value})";

    /// <summary>One entity of a set: how its path is written in the document, and that of a real one.</summary>
    private sealed record Entity(EntitySet Set, string InBrackets, string? SampleInBrackets, OpenApiParameter Key)
    {
        public string Template => Set.Name + InBrackets;

        public string? Sample => SampleInBrackets is null ? null : Set.Name + SampleInBrackets;
    }
}
