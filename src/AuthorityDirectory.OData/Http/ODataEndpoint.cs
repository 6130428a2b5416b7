using System.Buffers;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Syntax;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AuthorityDirectory.OData.Http;

/// <summary>Maps a service into an application.</summary>
public static class ODataEndpoint
{
    /// <summary>Answers everything under a prefix, with every method.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where the service root is, such as <c>/odata</c>.</param>
    /// <param name="service">The service.</param>
    /// <param name="snapshotOf">The prepared view that a request reads; asked again after a write, to answer with what is there then.</param>
    public static IEndpointConventionBuilder MapOData<TView>(
        this IEndpointRouteBuilder endpoints, string prefix, ODataService<TView> service, Func<HttpContext, ODataSnapshot<TView>> snapshotOf)
        where TView : class
    {
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ODataEndpoint));
        return endpoints.Map(prefix.TrimEnd('/') + "/{**path}", http => Answer(http, prefix.TrimEnd('/'), service, snapshotOf, logger)).WithDisplayName("OData " + prefix);
    }

    static async Task Answer<TView>(HttpContext http, string prefix, ODataService<TView> service, Func<HttpContext, ODataSnapshot<TView>> snapshotOf, ILogger logger)
        where TView : class
    {
        using var response = await Handle(http, prefix, service, snapshotOf, logger);
        http.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            http.Response.Headers[name] = value;
        if (response.ContentType is null)
            return;
        http.Response.ContentType = response.ContentType;
        http.Response.ContentLength = response.Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(response.Bytes, http.RequestAborted);
    }

    static async Task<ODataResponse> Handle<TView>(HttpContext http, string prefix, ODataService<TView> service, Func<HttpContext, ODataSnapshot<TView>> snapshotOf, ILogger logger)
        where TView : class
    {
        try
        {
            var request = Request(http, prefix, service.Options);
            return await service.Handler.HandleAsync(request, () => snapshotOf(http));
        }
        catch (QueryException refused)
        {
            return Errors.Answer(refused.Error);
        }
        catch (BadHttpRequestException broken)
        {
            return Errors.Answer(broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? BodyLimit.Exceeded(service.Options.Limits)
                : new QueryError(400, ErrorCode.InvalidValue, "The body could not be read as it was announced: send as many bytes as Content-Length says, or whole chunks.", "body"));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "A request for {Path} failed", http.Request.Path);
            return Errors.Answer(new QueryError(500, ErrorCode.InternalError, "The service failed to answer. The fault is its own and has been recorded."));
        }
    }

    static ODataRequest Request(HttpContext http, string prefix, ODataOptions options)
    {
        var request = http.Request;
        var root = options.ServiceRoot?.AbsoluteUri ?? UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, prefix + "/");
        return new ODataRequest(request.Method, RawPath(http, prefix).TrimStart('/'), request.QueryString.Value?.TrimStart('?') ?? "", root, name => request.Headers[name])
        {
            Http = http,
            ReadBody = () => Body(http, options.Limits),
        };
    }

    /// <summary>The body, and no more of it than shows that it is too long.</summary>
    static async ValueTask<ReadOnlyMemory<byte>> Body(HttpContext http, ODataLimits limits)
    {
        var reader = http.Request.BodyReader;
        var read = await reader.ReadAtLeastAsync(limits.MaxBodyBytes + 1, http.RequestAborted);
        var body = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        return body;
    }

    /// <summary>What follows the prefix, as sent: the framework decodes some escapes and leaves others.</summary>
    static string RawPath(HttpContext http, string prefix)
    {
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.Split('?')[0];
        var before = http.Request.PathBase.ToUriComponent() + prefix;
        return path.StartsWith(before, StringComparison.OrdinalIgnoreCase)
            ? path[before.Length..]
            : http.Request.Path.ToUriComponent()[prefix.Length..];
    }
}
