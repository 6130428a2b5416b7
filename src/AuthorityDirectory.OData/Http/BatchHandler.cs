using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers batches (Protocol 4.01, section 11.7), multipart and JSON.</summary>
sealed class BatchHandler(RequestHandler requests, ODataLimits limits)
{
    public const string Segment = "$batch";

    /// <summary>Room for what stands around an answer.</summary>
    const int HeaderBytes = 2_048;

    public static bool IsBatch(ODataRequest request) => PercentEncoding.DecodePath(request.Path.TrimEnd('/')) == Segment;

    public async ValueTask<ODataResponse> HandleAsync(ODataRequest batch, Func<ODataSnapshot> view, bool isVersion401)
    {
        var query = RequestQuery.Parse(batch.Query, limits);
        if (query.Given.Any(option => option != SystemOption.Format))
            throw new QueryException(new QueryError(400, ErrorCode.OptionNotAllowed, "Query options other than $format have no meaning for $batch; give them to the requests in it.", Segment));
        var isJson = ContentTypes.Require(batch, "multipart/mixed", "application/json") is var type && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        var format = Negotiation.Choose(batch, query.Options.Format?.Value, isVersion401, isJson ? [MediaType.Json, MediaType.Multipart] : [MediaType.Multipart, MediaType.Json]);
        var parts = isJson ? JsonBatch.Read(batch.Body, limits) : MultipartBatch.Read(QueryPost.Text(batch.Body.Span), type.Boundary.ToString(), limits);
        using var run = new BatchRun(requests, limits, batch, view, parts);
        var continues = Preferences.ContinuesOnError(batch);
        await run.RunAsync(continues ?? false);
        var answer = Written(run.Responses, format);
        if (continues is { } applied)
            answer.Headers["Preference-Applied"] = $"{(isVersion401 ? "" : "odata.")}continue-on-error={(applied ? "true" : "false")}";
        return answer;
    }

    ODataResponse Written(IReadOnlyList<BatchResponse> responses, AnswerFormat format)
    {
        var buffer = new PayloadBuffer((int)Math.Min(int.MaxValue, 2L * limits.MaxResultBytes + HeaderBytes * (long)responses.Count));
        var contentType = format.ContentType;
        if (format.Type == MediaType.Json)
            JsonBatch.Write(buffer, responses);
        else
            contentType = MultipartBatch.Write(buffer, responses);
        return new ODataResponse(200, contentType, buffer);
    }
}
