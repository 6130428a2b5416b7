using AuthorityDirectory.OData.Model;
using Microsoft.OpenApi;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>The functions of the service root as paths, an overload each.</summary>
public sealed class ODataCalls(OpenApiDocument document, ODataOperations operations)
{
    /// <summary>The heading of functions.</summary>
    public const string Functions = "Functions";

    /// <summary>Arguments to try, by the name of the parameter; a call that has all of them has its answer as example.</summary>
    private static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        ["requestingState"] = "FR",
        ["requestedState"] = "PL",
        ["need"] = "MutualLegalAssistance",
        ["urgent"] = "true",
        ["formal"] = "true",
    };

    /// <summary>Adds a function, with an answer as its example.</summary>
    public async Task AddAsync(ODataFunction function)
    {
        var example = function.Parameters.All(parameter => Arguments.ContainsKey(parameter.Name))
            ? await operations.AnswerAsync($"{function.Name}({string.Join(',', function.Parameters.Select(parameter => Template(parameter).Replace($"{{{parameter.Name}}}", Arguments[parameter.Name], StringComparison.Ordinal)))})")
            : null;
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
        Example = Arguments.TryGetValue(parameter.Name, out var argument) ? parameter.Type.Name == "Boolean" ? bool.Parse(argument) : argument : null,
        Schema = parameter.Type is PrimitiveType primitive ? ODataSchemas.Value(primitive) : new OpenApiSchemaReference(parameter.Type.Name, document),
    };
}
