using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers requests: parse, locate, bind, execute, and only then an answer.</summary>
sealed class RequestHandler(MetadataDocuments metadata, ODataOptions options)
{
    static readonly PayloadStyle _errorStyle = new(MetadataLevel.Minimal, IsVersion401: false, IsIeee754Compatible: false);

    /// <summary>The answer to a request; never an exception that the request caused.</summary>
    /// <param name="request">The request.</param>
    /// <param name="snapshot">What it reads.</param>
    /// <param name="budget">What it may cost, when that is shared with others; null when it stands alone.</param>
    public ODataResponse Handle(ODataRequest request, ODataSnapshot snapshot, Budget? budget = null)
    {
        var isVersion401 = false;
        ODataResponse response;
        try
        {
            isVersion401 = ProtocolVersion.IsVersion401(request);
            response = Answer(request, snapshot, budget ?? Budget.Of(options.Limits), isVersion401);
        }
        catch (QueryException refused)
        {
            response = Error(refused.Error);
        }
        response.Headers["OData-Version"] = ProtocolVersion.Written(isVersion401);
        response.Headers["Vary"] = "Accept, OData-MaxVersion, Prefer";
        return response;
    }

    /// <summary>An answer that is an error.</summary>
    public static ODataResponse Error(QueryError error)
    {
        var buffer = new PayloadBuffer(int.MaxValue);
        ErrorWriter.Write(buffer, error);
        var response = new ODataResponse(error.Status, new AnswerFormat(MediaType.Json, _errorStyle).ContentType, buffer);
        response.Headers["OData-Version"] = ProtocolVersion.Written(isVersion401: false);
        if (error.Allow is { } allowed)
            response.Headers["Allow"] = allowed;
        return response;
    }

    ODataResponse Answer(ODataRequest request, ODataSnapshot snapshot, Budget budget, bool isVersion401)
    {
        CheckUrl(request);
        CheckMethod(request);
        CheckBody(request);
        return BatchHandler.IsBatch(request) ? new BatchHandler(this, options.Limits).Handle(request, snapshot, isVersion401)
            : QueryPost.IsQuery(request) ? Read(QueryPost.AsGet(request), snapshot, budget, isVersion401)
            : Tagged(request, Read(request, snapshot, budget, isVersion401));
    }

    ODataResponse Read(ODataRequest request, ODataSnapshot snapshot, Budget budget, bool isVersion401)
    {
        var query = RequestQuery.Parse(request.Query, options.Limits);
        var context = new BindingContext(snapshot, options.Limits, query.Aliases, options.Clock.GetUtcNow()) { Budget = budget, Custom = query.Custom, AliasOptions = query.AliasOptions };
        var locator = new ResourceLocator(snapshot, context);
        var path = new ResourcePath(options.Limits).Parse(request.Path);
        var resource = path is [{ Text: "$entity" }, ..] ? locator.LocateById(path, query.TakeId(), request.Root) : locator.Locate(path);
        var answer = new Answer(request, query, snapshot, context, isVersion401, options.Limits);
        return answer.To(resource, metadata);
    }

    void CheckUrl(ODataRequest request)
    {
        var length = request.Path.Length + request.Query.Length;
        if (length > options.Limits.MaxUrlLength)
            throw new QueryException(new QueryError(414, ErrorCode.LimitExceeded,
                $"The URL has {length} characters; the limit {nameof(ODataLimits.MaxUrlLength)} of this service is {options.Limits.MaxUrlLength}."));
    }

    static void CheckMethod(ODataRequest request)
    {
        var isPosted = BatchHandler.IsBatch(request) || QueryPost.IsQuery(request);
        if (isPosted ? request.Method == "POST" : request.Method is "GET" or "HEAD")
            return;
        throw new QueryException(isPosted
            ? new QueryError(405, ErrorCode.MethodNotAllowed, $"{request.Method} is not allowed here: $batch and $query are posted.") { Allow = "POST" }
            : new QueryError(405, ErrorCode.MethodNotAllowed, $"{request.Method} is not allowed: this service is read by GET and HEAD.") { Allow = "GET, HEAD" });
    }

    void CheckBody(ODataRequest request)
    {
        if (request.Body.Length > options.Limits.MaxBodyBytes)
            throw new QueryException(new QueryError(413, ErrorCode.LimitExceeded,
                $"The body has more bytes than the limit {nameof(ODataLimits.MaxBodyBytes)} of this service, which is {options.Limits.MaxBodyBytes}.", "body"));
    }

    /// <summary>Adds the entity tag; without a body when the client has it already, an error when it insists on another.</summary>
    static ODataResponse Tagged(ODataRequest request, ODataResponse response)
    {
        if (response.Status != 200)
            return response;
        var tag = BodyTag.Of(response.Bytes.Span);
        var tagged = response;
        if (request.Header("If-Match").ToString() is { Length: > 0 } wanted && !BodyTag.IsNamedIn(wanted, tag))
        {
            response.Dispose();
            throw new QueryException(new QueryError(412, ErrorCode.PreconditionFailed,
                $"The answer has the entity tag {tag} now, which If-Match does not name: ask again without If-Match to see it.", "If-Match"));
        }
        if (BodyTag.IsNamedIn(request.Header("If-None-Match").ToString(), tag))
        {
            response.Dispose();
            tagged = new ODataResponse(304, null, null);
        }
        tagged.Headers["ETag"] = tag;
        return tagged;
    }
}
