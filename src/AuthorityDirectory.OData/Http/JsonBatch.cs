using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Batches in JSON (OData JSON format 4.01, section 19).</summary>
static class JsonBatch
{
    public static IReadOnlyList<BatchRequest> Read(ReadOnlyMemory<byte> body, ODataLimits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, limits);
        }
        catch (JsonException error)
        {
            throw Invalid($"The body is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            throw Invalid("A text in the body holds half of a character");
        }
    }

    static List<BatchRequest> Read(JsonElement root, ODataLimits limits)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("requests", out var items) || items.ValueKind != JsonValueKind.Array)
            throw Invalid("A batch is an object with an array 'requests'");
        if (items.GetArrayLength() > limits.MaxBatchRequests)
            throw BatchLimit.Exceeded(limits);
        var requests = new List<BatchRequest>();
        foreach (var item in items.EnumerateArray())
            requests.Add(Checked(Request(item, requests.Count), requests));
        return requests;
    }

    public static void Write(PayloadBuffer buffer, IReadOnlyList<BatchResponse> responses)
    {
        buffer.Raw("{\"responses\":["u8);
        foreach (var response in responses)
        {
            buffer.Separator();
            Write(buffer, response);
        }
        buffer.Raw("]}"u8);
    }

    static BatchRequest Request(JsonElement item, int place)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw Invalid($"requests[{place}] is not an object");
        if (item.TryGetProperty("if", out _))
            throw new QueryException(new QueryError(501, ErrorCode.NotImplemented, $"'if' of requests[{place}] is not implemented; use dependsOn.", "body"));
        var headers = Headers(item, place);
        return new BatchRequest(Text(item, "id", place), Text(item, "method", place).ToUpperInvariant(), Text(item, "url", place), headers, Body(item))
        {
            Group = item.TryGetProperty("atomicityGroup", out _) ? Text(item, "atomicityGroup", place) : null,
            DependsOn = item.TryGetProperty("dependsOn", out var before) ? Texts(before, place) : [],
        };
    }

    /// <summary>Ids are unique, groups in one piece, and dependencies lead back.</summary>
    static BatchRequest Checked(BatchRequest request, List<BatchRequest> before)
    {
        var last = before.Count > 0 ? before[^1].Group : null;
        if (before.Exists(other => other.Id == request.Id || other.Group == request.Id) || request.Id == request.Group)
            throw Invalid($"The id '{request.Id}' is given twice");
        if (request.Id!.Any(char.IsControl))
            throw Invalid("An id holds a control character");
        if (request.Group is { } group && group != last && before.Exists(other => other.Group == group || other.Id == group))
            throw Invalid($"The requests of the atomicity group '{group}' have to stand together, and no id may be the same");
        foreach (var dependency in request.DependsOn)
        {
            if (!before.Exists(other => other.Id == dependency || other.Group == dependency && dependency != request.Group))
                throw Invalid($"The request '{request.Id}' depends on '{dependency}', which is no request or group before it");
        }
        return request;
    }

    static Dictionary<string, string> Headers(JsonElement item, int place)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (item.TryGetProperty("body", out var body) && body.ValueKind != JsonValueKind.String)
            headers["Content-Type"] = "application/json";
        if (!item.TryGetProperty("headers", out var given) || given.ValueKind == JsonValueKind.Null)
            return headers;
        if (given.ValueKind != JsonValueKind.Object)
            throw Invalid($"'headers' of requests[{place}] is not an object");
        foreach (var header in given.EnumerateObject())
            headers[header.Name] = header.Value.ValueKind == JsonValueKind.String ? header.Value.GetString()! : header.Value.GetRawText();
        return headers;
    }

    /// <summary>A text is the body itself; other values are a JSON body.</summary>
    static byte[] Body(JsonElement item) => !item.TryGetProperty("body", out var body) ? []
        : Encoding.UTF8.GetBytes(body.ValueKind == JsonValueKind.String ? body.GetString()! : body.GetRawText());

    static string Text(JsonElement item, string name, int place) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
        ? text
        : throw Invalid($"'{name}' of requests[{place}] has to be a text");

    static IReadOnlyList<string> Texts(JsonElement items, int place) => items.ValueKind == JsonValueKind.Array && items.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
        ? [.. items.EnumerateArray().Select(item => item.GetString()!)]
        : throw Invalid($"'dependsOn' of requests[{place}] has to be an array of texts");

    static void Write(PayloadBuffer buffer, BatchResponse response)
    {
        var (request, answer) = response;
        buffer.Raw("{"u8);
        if (request.Id is not null)
            Member(buffer, "id").Text(request.Id);
        if (request.Group is not null)
            Member(buffer, "atomicityGroup").Text(request.Group);
        Member(buffer, "status").Number(answer.Status);
        Member(buffer, "headers").Raw("{"u8);
        foreach (var (name, value) in answer.PartHeaders)
            Member(buffer, name.ToLowerInvariant()).Text(value);
        buffer.Raw("}"u8);
        if (answer.ContentType is not null)
            WriteBody(Member(buffer, "body"), answer);
        buffer.Raw("}"u8);
    }

    /// <summary>JSON as it is, plain text as a text, anything else as base64url.</summary>
    static void WriteBody(PayloadBuffer buffer, ODataResponse answer)
    {
        var bytes = answer.Bytes.Span;
        if (answer.ContentType!.StartsWith("application/json", StringComparison.Ordinal))
            buffer.Raw(bytes);
        else
            buffer.Text(answer.ContentType.StartsWith("text/", StringComparison.Ordinal) ? Encoding.UTF8.GetString(bytes) : Base64Url.EncodeToString(bytes));
    }

    static PayloadBuffer Member(PayloadBuffer buffer, string name)
    {
        buffer.Separator();
        buffer.Plain($"\"{name}\":");
        return buffer;
    }

    static QueryException Invalid(string message) => new(new QueryError(400, ErrorCode.Syntax, message + ".", "body"));
}

/// <summary>How many requests a batch may hold.</summary>
static class BatchLimit
{
    public static QueryException Exceeded(ODataLimits limits) => new(new QueryError(400, ErrorCode.LimitExceeded,
        $"The batch holds more requests than the limit {nameof(limits.MaxBatchRequests)} of this service, which is {limits.MaxBatchRequests}; send several.", "body"));
}
