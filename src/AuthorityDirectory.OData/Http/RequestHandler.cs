using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers requests: parse, locate, bind, execute, and only then an answer.</summary>
sealed class RequestHandler(MetadataDocuments metadata, ODataOptions options)
{
    /// <summary>The answer to a request; never an exception that the request caused.</summary>
    /// <param name="request">The request.</param>
    /// <param name="view">The prepared view as it is when it is asked for.</param>
    /// <param name="budget">What it may cost, when that is shared with others; null when it stands alone.</param>
    /// <remarks>What only reads the shared view completes at once.</remarks>
    public async ValueTask<ODataResponse> HandleAsync(ODataRequest request, Func<ODataSnapshot> view, Budget? budget = null)
    {
        var isVersion401 = false;
        ODataResponse response;
        try
        {
            isVersion401 = ProtocolVersion.IsVersion401(request);
            response = await AnswerAsync(request, view, budget ?? Budget.Of(options.Limits), isVersion401);
        }
        catch (QueryException refused)
        {
            response = Errors.Answer(refused.Error);
        }
        catch (RefusedException refused)
        {
            response = Errors.Answer(refused.Refusal);
        }
        response.Headers["OData-Version"] = ProtocolVersion.Written(isVersion401);
        response.Headers.TryAdd("Vary", "Accept, OData-MaxVersion, Prefer");
        return response;
    }

    async ValueTask<ODataResponse> AnswerAsync(ODataRequest request, Func<ODataSnapshot> view, Budget budget, bool isVersion401)
    {
        CheckUrl(request);
        if (BatchHandler.IsBatch(request))
            return await new BatchHandler(this, options.Limits).HandleAsync(await PostedAsync(request), view, isVersion401);
        var isQuery = QueryPost.IsQuery(request);
        var asked = isQuery ? QueryPost.AsGet(await PostedAsync(request)) : request;
        if (options.BeforeAnswer is { } before && await before(request.Http, asked.Query.Length == 0 ? asked.Path : $"{asked.Path}?{asked.Query}") is { } refused)
            return Errors.Answer(refused);
        if (isQuery)
            return await ReadAsync(asked, view(), budget, isVersion401);
        return Methods.IsRead(request.Method)
            ? Tagged(request, await ReadAsync(request, view(), budget, isVersion401))
            : await new WriteHandler(request, view, budget, isVersion401, options).AnswerAsync();
    }

    /// <summary>A request that is posted, with its body.</summary>
    async ValueTask<ODataRequest> PostedAsync(ODataRequest request)
    {
        Methods.CheckPosted(request);
        var whole = await request.WithBodyAsync();
        BodyLimit.Check(whole, options.Limits);
        return whole;
    }

    async ValueTask<ODataResponse> ReadAsync(ODataRequest request, ODataSnapshot shared, Budget budget, bool isVersion401)
    {
        var snapshot = await RequestSets.FormAsync(shared, request);
        return snapshot == shared ? Read(request, snapshot, budget, isVersion401) : ForTheCallerAlone(ReadOrRefused(request, snapshot, budget, isVersion401));
    }

    /// <summary>An answer or an error; that something is not there for a caller is also for that caller alone.</summary>
    ODataResponse ReadOrRefused(ODataRequest request, ODataSnapshot snapshot, Budget budget, bool isVersion401)
    {
        try
        {
            return Read(request, snapshot, budget, isVersion401);
        }
        catch (QueryException refused)
        {
            return Errors.Answer(refused.Error);
        }
    }

    /// <summary>Says that no cache may give the answer to anybody else.</summary>
    static ODataResponse ForTheCallerAlone(ODataResponse response)
    {
        response.Headers["Cache-Control"] = "private, no-cache";
        response.Headers["Vary"] = "Accept, OData-MaxVersion, Prefer, Authorization, Cookie";
        return response;
    }

    ODataResponse Read(ODataRequest request, ODataSnapshot snapshot, Budget budget, bool isVersion401)
    {
        var query = RequestQuery.Parse(request.Query, options.Limits);
        var context = new BindingContext(snapshot, options.Limits, query.Aliases, options.Clock.GetUtcNow()) { Budget = budget, Custom = query.Custom, AliasOptions = query.AliasOptions };
        var locator = new ResourceLocator(snapshot, context);
        var path = new ResourcePath(options.Limits).Parse(request.Path);
        Methods.CheckRead(request.Method, snapshot.Model, path);
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

    /// <summary>Adds the entity tag; without a body when the client has it already, an error when it insists on another.</summary>
    static ODataResponse Tagged(ODataRequest request, ODataResponse response)
    {
        if (response.Status != 200)
            return response;
        var tag = response.Headers.TryGetValue("ETag", out var own) ? own : BodyTag.Of(response.Bytes.Span);
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
            tagged = response with { Status = 304, ContentType = null, Body = null };
        }
        tagged.Headers["ETag"] = tag;
        return tagged;
    }
}
