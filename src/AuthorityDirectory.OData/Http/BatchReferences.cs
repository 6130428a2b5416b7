using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Syntax;
using Microsoft.Extensions.Primitives;

namespace AuthorityDirectory.OData.Http;

/// <summary>What later requests of a batch may take from earlier ones: the URL of what was inserted, and entity tags (Protocol 4.01, section 11.7.3).</summary>
sealed class BatchReferences(ODataRequest batch, IReadOnlyList<BatchRequest> parts)
{
    /// <summary>Headers that a request takes from the batch around it.</summary>
    static readonly HashSet<string> _inherited = new(["OData-Version", "OData-MaxVersion", "Accept-Language", "Prefer"], StringComparer.OrdinalIgnoreCase);

    static readonly HashSet<string> _conditions = new(["If-Match", "If-None-Match"], StringComparer.OrdinalIgnoreCase);

    readonly HashSet<string> _ids = parts.Select(part => part.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
    readonly Dictionary<string, string> _locations = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _tags = new(StringComparer.Ordinal);

    /// <summary>Remembers what an answer has to refer to.</summary>
    public void Note(BatchRequest part, ODataResponse response)
    {
        if (part.Id is not { } id || response.Status >= 400)
            return;
        if (response.Headers.TryGetValue("Location", out var location))
            _locations[id] = location;
        if (response.Headers.TryGetValue("ETag", out var tag))
            _tags[id] = tag;
    }

    /// <summary>The request of a part, with what it refers to in place.</summary>
    public ODataRequest Request(BatchRequest part, IReadOnlySet<string> failed)
    {
        var url = Resolved(ResourceUrl.Relative(part.Url, batch.Root), failed);
        var question = url.IndexOf('?', StringComparison.Ordinal);
        return batch with
        {
            Method = part.Method,
            Path = question < 0 ? url : url[..question],
            Query = question < 0 ? "" : url[(question + 1)..],
            Header = name => Header(part, name),
            Body = part.Body,
        };
    }

    string Resolved(string url, IReadOnlySet<string> failed)
    {
        var first = url.Split('/', '?')[0];
        if (!first.StartsWith('$') || !_ids.Contains(first[1..]))
            return url;
        if (_locations.TryGetValue(first[1..], out var location))
            return ResourceUrl.Relative(location, batch.Root) + url[first.Length..];
        throw new QueryException(failed.Contains(first[1..])
            ? new QueryError(424, ErrorCode.FailedDependency, $"'{first}' refers to a request that failed.", "url")
            : new QueryError(501, ErrorCode.NotImplemented,
                $"'{first}' refers to the answer of a request that created nothing before, which is not implemented: ask by the resource's own URL.", "url"));
    }

    StringValues Header(BatchRequest part, string name)
    {
        if (!part.Headers.TryGetValue(name, out var own))
            return _inherited.Contains(name) ? batch.Header(name) : default;
        return _conditions.Contains(name) && own.StartsWith('$') && _tags.TryGetValue(own[1..], out var tag) ? tag : own;
    }
}
