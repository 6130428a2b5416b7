using AuthorityDirectory.OData.Model;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>The functions of the service root as paths, an overload each.</summary>
public sealed class ODataCalls(OpenApiDocument document, ODataOperations operations)
{
    /// <summary>The heading of functions.</summary>
    public const string Functions = "Functions";

    /// <summary>Adds a function; without parameters it has an answer as its example.</summary>
    public async Task AddAsync(ODataFunction function)
    {
        var example = function.Parameters.Count == 0 ? await operations.AnswerAsync($"{function.Name}()") : null;
        var id = string.Concat(function.Parameters.Select(parameter => $"_{parameter.Name}").Prepend($"call{function.Name}"));
        var operation = operations.Entities(id, Functions, function.Description ?? function.ToString(), ODataSchemas.ListOf(function.Result), example, [.. function.Parameters.Select(Parameter)]);
        document.Paths.Add($"/{function.Name}({string.Join(',', function.Parameters.Select(Template))})", new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } });
    }

    private static string Template(FunctionParameter parameter) =>
        parameter.Type is EnumType or { Name: "String" } ? $"{parameter.Name}='{{{parameter.Name}}}'" : $"{parameter.Name}={{{parameter.Name}}}";

    private IOpenApiParameter Parameter(FunctionParameter parameter) => new OpenApiParameter
    {
        Name = parameter.Name,
        In = ParameterLocation.Path,
        Required = true,
        Description = parameter.Description,
        Schema = parameter.Type is PrimitiveType primitive ? ODataSchemas.Value(primitive) : new OpenApiSchemaReference(parameter.Type.Name, document),
    };
}
