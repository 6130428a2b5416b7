using System.Text.Json;
using System.Text.Unicode;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Writing;

/// <summary>Reads the JSON body of an insert or an action (Protocol 4.01, sections 11.4.2 and 11.5.5.1).</summary>
static class BodyReader
{
    /// <summary>What the client gave; an exception with every fault when something is wrong. An empty body is an object without members.</summary>
    public static InputValues Read(ODataRequest request, InputShape shape, ODataLimits limits)
    {
        var isIeee754Compatible = request.Body.Length > 0 && IsIeee754Compatible(request);
        using var document = Parse(request.Body.Length == 0 ? "{}"u8.ToArray() : WithoutMark(request.Body), limits);
        var reading = new InputReading(isIeee754Compatible);
        try
        {
            return reading.Structure(document.RootElement, shape, InputPlace.Body) ?? throw Refused(reading.Faults);
        }
        catch (InvalidOperationException)
        {
            throw Invalid("A name in the body holds half of a character");
        }
    }

    static bool IsIeee754Compatible(ODataRequest request) => ContentTypes.Require(request, "application/json").Parameters.Any(parameter =>
        parameter.Name.Equals("IEEE754Compatible", StringComparison.OrdinalIgnoreCase) && parameter.Value.Equals("true", StringComparison.OrdinalIgnoreCase));

    static JsonDocument Parse(ReadOnlyMemory<byte> body, ODataLimits limits)
    {
        if (!Utf8.IsValid(body.Span))
            throw Invalid("The body is not UTF-8");
        try
        {
            CheckDepth(body.Span, limits);
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = limits.MaxExpressionDepth + 1 });
        }
        catch (JsonException error)
        {
            throw Invalid($"The body is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}");
        }
    }

    static void CheckDepth(ReadOnlySpan<byte> body, ODataLimits limits)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = limits.MaxExpressionDepth + 2 });
        while (reader.Read())
        {
            if (reader.CurrentDepth > limits.MaxExpressionDepth)
                throw new QueryException(new QueryError(400, ErrorCode.LimitExceeded,
                    $"Objects and arrays within each other go beyond the limit {nameof(limits.MaxExpressionDepth)} of this service, which is {limits.MaxExpressionDepth}.", "body"));
        }
    }

    static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    static QueryException Refused(IReadOnlyList<RefusalDetail> faults) => new(faults is [var only]
        ? new QueryError(400, only.Code, only.Message, only.Target) { Details = faults }
        : new QueryError(400, ErrorCode.InvalidValue, $"The body has {faults.Count} faults; the details say which.", "body") { Details = faults });

    static QueryException Invalid(string message) => new(new QueryError(400, ErrorCode.Syntax, message + ".", "body"));
}
