using System.Text.Json.Nodes;
using AuthorityDirectory.OData.Model;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>Questions that are posted: too long for an address, or several at once. They read, as GET does.</summary>
public sealed class ODataPosts(OpenApiDocument document, ODataOperations operations, LiveExamples examples)
{
    private const string Text = "text/plain", Json = "application/json", Multipart = "multipart/mixed";

    /// <summary>Adds <c>$query</c> behind every entity set, and <c>$batch</c>.</summary>
    public async Task AddAsync(ODataModel model)
    {
        foreach (var set in model.Sources.OfType<EntitySet>())
        {
            await AddQueryAsync(set);
        }

        BatchSchemas.Add(document);
        await AddBatchAsync();
    }

    private async Task AddQueryAsync(EntitySet set)
    {
        var options = await ExampleAsync(set);
        var body = Body("The options of a GET, as they stand behind its question mark; % and & within a value are escaped.",
            (Text, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = options }));
        var answer = Answer("The answer.", (Json, operations.Answer(ODataSchemas.ListOf(set.Type), await examples.AnswerAsync($"{set.Name}/$query", Text, options))));
        Add($"/{set.Name}/$query", operations.Posted($"query{set.Name}", set.Name, $"{set.Name} by options too long for an address.", body, answer, ODataParameters.PreferPages));
    }

    private async Task AddBatchAsync()
    {
        var requests = BatchSchemas.Example();
        var parts = new OpenApiSchema { Type = JsonSchemaType.String, Description = "One part of application/http for each request or answer (OData 4.01, Part 1, section 11.7.7)." };
        var body = Body("The requests, in the order in which they are answered.",
            (Json, operations.Answer(BatchSchemas.Requests, requests)), (Multipart, new OpenApiMediaType { Schema = parts }));
        var answer = Answer("An answer for each request, each with a status of its own; in the form of the requests unless Accept asks for the other.",
            (Json, operations.Answer(BatchSchemas.Responses, await examples.AnswerAsync("$batch", Json, requests.ToJsonString()))), (Multipart, new OpenApiMediaType { Schema = parts }));
        Add("/$batch", operations.Posted("batch", ODataPaths.Service, "Several questions at once, answered from one state of the directory.", body, answer, ODataParameters.PreferBatch));
    }

    private async Task<string> ExampleAsync(EntitySet set)
    {
        var sample = (await examples.AnswerAsync($"{set.Name}?$top=1"))?["value"] is JsonArray { Count: > 0 } values ? values[0]!.AsObject() : null;
        return sample is null ? "$top=1" : $"$filter={ODataParameters.Condition(set.Type, sample)}&$top=1";
    }

    private void Add(string path, OpenApiOperation operation) =>
        document.Paths.Add(path, new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = operation } });

    private static OpenApiRequestBody Body(string description, params (string Type, OpenApiMediaType Content)[] forms) =>
        new() { Required = true, Description = description, Content = forms.ToDictionary(form => form.Type, form => form.Content) };

    private static OpenApiResponse Answer(string description, params (string Type, OpenApiMediaType Content)[] forms) => new()
    {
        Description = description,
        Headers = new Dictionary<string, IOpenApiHeader> { ["Preference-Applied"] = ODataOperations.Applied },
        Content = forms.ToDictionary(form => form.Type, form => form.Content),
    };
}
