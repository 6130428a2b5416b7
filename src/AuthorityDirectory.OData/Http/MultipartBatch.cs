using System.Globalization;
using System.Text;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;
using Microsoft.AspNetCore.WebUtilities;

namespace AuthorityDirectory.OData.Http;

/// <summary>Batches in MIME parts (Protocol 4.01, section 11.7.7): each an HTTP request, or a change set of them.</summary>
static class MultipartBatch
{
    const string BoundaryOfAnswers = "batchresponse_";
    const string BoundaryOfSets = "changesetresponse_";

    public static IReadOnlyList<BatchRequest> Read(string body, string boundary, ODataLimits limits)
    {
        var requests = new List<BatchRequest>();
        foreach (var part in MimePart.Split(body, boundary.Trim('"')))
        {
            var inner = part.Boundary;
            if (inner is null)
                requests.Add(Request(part));
            else
                requests.AddRange(ChangeSet(part, inner));
            if (requests.Count > limits.MaxBatchRequests)
                throw BatchLimit.Exceeded(limits);
        }
        return requests;
    }

    /// <summary>Writes the answers; a change set that failed has its first error as its one answer, another one is a multipart of its answers.</summary>
    /// <returns>The content type, with a boundary that no answer holds.</returns>
    public static string Write(PayloadBuffer buffer, IReadOnlyList<BatchResponse> responses)
    {
        var boundary = Boundary(BoundaryOfAnswers, responses);
        var groups = new HashSet<string>();
        foreach (var response in responses)
        {
            if (response.Request.Group is not { } group || response.IsError && groups.Add(group))
                Write(buffer, response, boundary);
            else if (!response.IsError && groups.Add(group))
                WriteSet(buffer, [.. responses.Where(other => other.Request.Group == group)], boundary);
        }
        buffer.Plain($"--{boundary}--\r\n");
        return "multipart/mixed;boundary=" + boundary;
    }

    static IEnumerable<BatchRequest> ChangeSet(MimePart part, string boundary) => MimePart.Split(part.Content, boundary).Select(inner =>
        inner.Boundary is null ? Modification(Request(inner)) with { Group = boundary } : throw MimePart.Invalid("A change set cannot hold another one"));

    static BatchRequest Modification(BatchRequest request) => request.Method is not ("GET" or "HEAD") ? request
        : throw MimePart.Invalid("A change set holds modifications only; let the GET stand beside it");

    static BatchRequest Request(MimePart part)
    {
        if (!part.Header("Content-Type").StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
            throw MimePart.Invalid($"A part is of type '{part.Header("Content-Type")}' instead of application/http or multipart/mixed");
        var line = part.Content.TrimStart('\r', '\n').Split('\n')[0].TrimEnd('\r', ' ');
        var (first, last) = (line.IndexOf(' ', StringComparison.Ordinal), line.LastIndexOf(' '));
        if (first <= 0 || last <= first || !line[last..].StartsWith(" HTTP/", StringComparison.Ordinal))
            throw MimePart.Invalid($"'{line}' is no request line, such as GET Items HTTP/1.1");
        var message = MimePart.Parse(part.Content.TrimStart('\r', '\n')[line.Length..].TrimStart(' ').TrimStart('\r').TrimStart('\n'));
        var id = part.Header("Content-ID") is { Length: > 0 } outer ? outer : message.Header("Content-ID");
        return new BatchRequest(id.Length > 0 ? id : null, line[..first].ToUpperInvariant(), line[(first + 1)..last].Trim(), message.Headers, Encoding.UTF8.GetBytes(message.Content));
    }

    /// <summary>The answers of a change set that succeeded.</summary>
    static void WriteSet(PayloadBuffer buffer, IReadOnlyList<BatchResponse> responses, string around)
    {
        var boundary = Boundary(BoundaryOfSets, responses);
        buffer.Plain($"--{around}\r\nContent-Type: multipart/mixed;boundary={boundary}\r\n\r\n");
        foreach (var response in responses)
            Write(buffer, response, boundary);
        buffer.Plain($"--{boundary}--\r\n");
    }

    static string Boundary(string prefix, IReadOnlyList<BatchResponse> responses)
    {
        for (var number = 1; ; number++)
        {
            var boundary = prefix + number.ToString(CultureInfo.InvariantCulture);
            var bytes = Encoding.ASCII.GetBytes("--" + boundary);
            if (!responses.Any(response => response.Response.Bytes.Span.IndexOf(bytes) >= 0))
                return boundary;
        }
    }

    static void Write(PayloadBuffer buffer, BatchResponse response, string boundary)
    {
        var (request, answer) = response;
        buffer.Plain($"--{boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (request.Id is not null)
            buffer.Plain($"Content-ID: {request.Id}\r\n");
        buffer.Plain(FormattableString.Invariant($"\r\nHTTP/1.1 {answer.Status} {ReasonPhrases.GetReasonPhrase(answer.Status)}\r\n"));
        foreach (var (name, value) in answer.PartHeaders)
            buffer.Plain($"{name}: {value}\r\n");
        if (answer.ContentType is not null)
            buffer.Plain(FormattableString.Invariant($"Content-Length: {answer.Bytes.Length}\r\n"));
        buffer.Plain("\r\n");
        buffer.Raw(answer.Bytes.Span);
        buffer.Plain("\r\n");
    }
}
