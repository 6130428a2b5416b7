using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers batches (Protocol 4.01, section 11.7): each request as if it had come alone, on one view, from one budget.</summary>
/// <remarks>
/// This service only reads, so a group of requests that succeed together fails with its first modification. The requests run in their order, which every dependency follows.
/// </remarks>
sealed class BatchHandler(RequestHandler requests, ODataLimits limits)
{
    public const string Segment = "$batch";

    /// <summary>Headers that a request takes from the batch around it.</summary>
    static readonly HashSet<string> _inherited = new(["OData-Version", "OData-MaxVersion", "Accept-Language", "Prefer"], StringComparer.OrdinalIgnoreCase);

    public static bool IsBatch(ODataRequest request) => PercentEncoding.DecodePath(request.Path.TrimEnd('/')) == Segment;

    public ODataResponse Handle(ODataRequest batch, ODataSnapshot snapshot, bool isVersion401)
    {
        var query = RequestQuery.Parse(batch.Query, limits);
        if (query.Given.Any(option => option != SystemOption.Format))
            throw new QueryException(new QueryError(400, ErrorCode.OptionNotAllowed, "Query options other than $format have no meaning for $batch; give them to the requests in it.", Segment));
        var isJson = ContentTypes.Require(batch, "multipart/mixed", "application/json") is var type && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);
        var format = Negotiation.Choose(batch, query.Options.Format?.Value, isVersion401, isJson ? [MediaType.Json, MediaType.Multipart] : [MediaType.Multipart, MediaType.Json]);
        var parts = isJson ? JsonBatch.Read(batch.Body, limits) : MultipartBatch.Read(QueryPost.Text(batch.Body.Span), type.Boundary.ToString(), limits);
        var responses = new List<BatchResponse>();
        try
        {
            var continues = Preferences.ContinuesOnError(batch);
            Run(batch, snapshot, parts, continues ?? false, responses);
            var answer = Written(responses, format);
            if (continues is { } applied)
                answer.Headers["Preference-Applied"] = $"{(isVersion401 ? "" : "odata.")}continue-on-error={(applied ? "true" : "false")}";
            return answer;
        }
        finally
        {
            responses.ForEach(response => response.Dispose());
        }
    }

    void Run(ODataRequest batch, ODataSnapshot snapshot, IReadOnlyList<BatchRequest> parts, bool continues, List<BatchResponse> responses)
    {
        var budget = Budget.Of(limits);
        var failed = new HashSet<string>(StringComparer.Ordinal);
        var ids = parts.Select(part => part.Id).ToHashSet(StringComparer.Ordinal);
        for (var next = 0; next < parts.Count;)
        {
            var group = parts.Skip(next).TakeWhile((part, i) => i == 0 || part.Group is not null && part.Group == parts[next].Group).ToList();
            var answers = group.ConvertAll(part => new BatchResponse(part, Answer(batch, part, snapshot, budget, ids, failed)));
            responses.AddRange(Together(answers));
            Check(responses);
            next += group.Count;
            if (!answers.Exists(answer => answer.IsError))
                continue;
            failed.UnionWith(group.Select(part => part.Id).Append(group[0].Group).OfType<string>());
            if (!continues)
                return;
        }
    }

    /// <summary>The answers of a group: when one fails, the others fail with it.</summary>
    static IEnumerable<BatchResponse> Together(List<BatchResponse> answers) => answers.Exists(answer => answer.IsError)
        ? answers.Select(answer => answer.IsError ? answer : Replaced(answer))
        : answers;

    static BatchResponse Replaced(BatchResponse answer)
    {
        answer.Dispose();
        return answer with { Response = Failed($"Another request of the group '{answer.Request.Group}' failed.") };
    }

    ODataResponse Answer(ODataRequest batch, BatchRequest part, ODataSnapshot snapshot, Budget budget, HashSet<string?> ids, HashSet<string> failed)
    {
        if (part.DependsOn.FirstOrDefault(failed.Contains) is { } missing)
            return Failed($"The request depends on '{missing}', which failed.");
        try
        {
            var request = Request(batch, part, ids);
            var response = requests.Handle(request, snapshot, budget);
            return request.Method == "HEAD" ? WithoutBody(response) : response;
        }
        catch (QueryException refused)
        {
            return RequestHandler.Error(refused.Error);
        }
    }

    static ODataResponse WithoutBody(ODataResponse response)
    {
        response.Dispose();
        return response with { ContentType = null, Body = null };
    }

    static ODataRequest Request(ODataRequest batch, BatchRequest part, HashSet<string?> ids)
    {
        var url = ResourceUrl.Relative(part.Url, batch.Root);
        var question = url.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? url : url[..question];
        var request = new ODataRequest(part.Method, path, question < 0 ? "" : url[(question + 1)..], batch.Root, name => part.Headers.TryGetValue(name, out var own) ? own : _inherited.Contains(name) ? batch.Header(name) : default)
        {
            Body = part.Body,
        };
        if (IsBatch(request))
            throw new QueryException(new QueryError(400, ErrorCode.OptionNotAllowed, "A batch cannot hold another batch.", Segment));
        if (path.StartsWith('$') && ids.Contains(path[1..].Split('/')[0]))
            throw new QueryException(new QueryError(501, ErrorCode.NotImplemented,
                $"'{path.Split('/')[0]}' refers to the answer of another request, which is not implemented: nothing is created here, so ask by the resource's own URL.", "url"));
        return request;
    }

    static ODataResponse Failed(string why) => RequestHandler.Error(new QueryError(424, ErrorCode.FailedDependency, why));

    void Check(List<BatchResponse> responses)
    {
        if (responses.Sum(response => (long)response.Response.Bytes.Length) > limits.MaxResultBytes)
            throw PayloadBuffer.TooLong(limits.MaxResultBytes);
    }

    ODataResponse Written(List<BatchResponse> responses, AnswerFormat format)
    {
        var buffer = new PayloadBuffer((int)Math.Min(int.MaxValue, 2L * limits.MaxResultBytes));
        var contentType = format.ContentType;
        if (format.Type == MediaType.Json)
            JsonBatch.Write(buffer, responses);
        else
            contentType = MultipartBatch.Write(buffer, responses);
        return new ODataResponse(200, contentType, buffer);
    }
}
