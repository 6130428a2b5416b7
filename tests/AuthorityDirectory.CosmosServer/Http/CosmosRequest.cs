using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.CosmosServer.Http;

/// <summary>A request, read whole and known by what it asks for.</summary>
internal sealed class CosmosRequest(string method, string[] segments, IHeaderDictionary headers, byte[] body)
{
    public string Method { get; } = method;

    /// <summary>The path's parts, unescaped.</summary>
    public string[] Segments { get; } = segments;

    public byte[] Body { get; } = body;

    public string Path => string.Join('/', Segments);

    public string Database => Segments[1];

    public string Container => Segments[3];

    public string Item => Segments[5];

    public CosmosOperation Operation { get; } = Identify(method, segments, headers);

    /// <summary>The kind of resource that the request's signature names: that of the feed or of the thing itself.</summary>
    public string ResourceType => Segments.Length == 0 ? "" : Segments[(Segments.Length - 1) / 2 * 2];

    /// <summary>The resource that the request's signature names: the thing itself, or the owner of a feed.</summary>
    public string ResourceLink => string.Join('/', Segments[..(Segments.Length / 2 * 2)]);

    public static async Task<CosmosRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var segments = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new CosmosRequest(request.Method, segments, request.Headers, body.ToArray());
    }

    /// <summary>A header's value; null when it was not sent.</summary>
    public string? Header(string name) => headers.TryGetValue(name, out var value) ? value.ToString() : null;

    private static CosmosOperation Identify(string method, string[] segments, IHeaderDictionary headers) =>
        (method, segments) switch
        {
            ("GET", []) => CosmosOperation.ReadAccount,
            ("GET", ["dbs", _]) => CosmosOperation.ReadDatabase,
            ("POST", ["dbs"]) => CosmosOperation.CreateDatabase,
            ("GET", ["dbs", _, "colls", _]) => CosmosOperation.ReadContainer,
            ("POST", ["dbs", _, "colls"]) => CosmosOperation.CreateContainer,
            ("GET", ["dbs", _, "colls", _, "pkranges"]) => CosmosOperation.ReadRanges,
            ("GET", ["dbs", _, "colls", _, "docs"]) => headers.ContainsKey("A-IM") ? CosmosOperation.ChangeFeed : CosmosOperation.ReadFeed,
            ("POST", ["dbs", _, "colls", _, "docs"]) => Post(headers),
            ("GET", ["dbs", _, "colls", _, "docs", _]) => CosmosOperation.Read,
            ("PUT", ["dbs", _, "colls", _, "docs", _]) => CosmosOperation.Replace,
            ("DELETE", ["dbs", _, "colls", _, "docs", _]) => CosmosOperation.Delete,
            _ => CosmosOperation.Other,
        };

    private static CosmosOperation Post(IHeaderDictionary headers) =>
        headers.ContainsKey("x-ms-documentdb-isquery") || headers.ContainsKey("x-ms-cosmos-is-query-plan-request") || headers.ContainsKey("x-ms-cosmos-is-batch-request")
            ? CosmosOperation.Other
        : string.Equals(headers["x-ms-documentdb-is-upsert"], "True", StringComparison.OrdinalIgnoreCase) ? CosmosOperation.Upsert
        : CosmosOperation.Create;
}
