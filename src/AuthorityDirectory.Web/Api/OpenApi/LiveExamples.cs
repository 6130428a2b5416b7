using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;

namespace AuthorityDirectory.Web.Api.OpenApi;

/// <summary>Answers of the running service, so that an example can say nothing that the service would not.</summary>
public sealed class LiveExamples(EndpointDataSource endpoints, IServiceScopeFactory scopes, IHttpContextAccessor http)
{
    /// <summary>What the service answers to a GET; null when that is nothing or no JSON.</summary>
    /// <param name="query">What follows the service root.</param>
    public Task<JsonNode?> AnswerAsync(string query) => AnswerAsync(query, _ => { });

    /// <summary>What the service answers to a POST; null when that is nothing or no JSON.</summary>
    public Task<JsonNode?> AnswerAsync(string query, string mediaType, string text) => AnswerAsync(query, asked =>
    {
        (asked.Method, asked.ContentType) = (HttpMethods.Post, mediaType);
        asked.Body = new MemoryStream(Encoding.UTF8.GetBytes(text));
    });

    private async Task<JsonNode?> AnswerAsync(string query, Action<HttpRequest> more)
    {
        await using var scope = scopes.CreateAsyncScope();
        using var body = new MemoryStream();
        var context = Ask(query, scope.ServiceProvider, body);
        more(context.Request);
        await Endpoint().RequestDelegate!(context);
        return context.Response.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is true ? JsonNode.Parse(body.ToArray()) : null;
    }

    private Endpoint Endpoint() => endpoints.Endpoints.Single(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == DirectoryApi.Name);

    private DefaultHttpContext Ask(string query, IServiceProvider services, Stream body)
    {
        var asked = http.HttpContext!.Request;
        var context = new DefaultHttpContext { RequestServices = services };
        var parts = $"{DirectoryApi.Root}/{query}".Split('?');
        (context.Request.Method, context.Request.Scheme, context.Request.Host, context.Request.PathBase) = (HttpMethods.Get, asked.Scheme, asked.Host, asked.PathBase);
        context.Request.Path = parts[0];
        context.Request.QueryString = new(parts.Length > 1 ? $"?{parts[1]}" : null);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = $"{asked.PathBase}{DirectoryApi.Root}/{query}";
        context.Response.Body = body;
        return context;
    }
}
