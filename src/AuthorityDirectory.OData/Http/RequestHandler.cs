using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers requests: parse, locate, bind, execute, and only then an answer.</summary>
sealed class RequestHandler(ODataModel model, MetadataDocuments metadata, ODataOptions options)
{
    static readonly PayloadStyle _errorStyle = new(MetadataLevel.Minimal, IsVersion401: false, IsIeee754Compatible: false);

    /// <summary>The answer to a request; never an exception that the request caused.</summary>
    public ODataResponse Handle(ODataRequest request, ODataSnapshot snapshot)
    {
        var isVersion401 = false;
        ODataResponse response;
        try
        {
            isVersion401 = ProtocolVersion.IsVersion401(request);
            response = Tagged(request, Answer(request, snapshot, isVersion401));
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
        if (error.Status == 405)
            response.Headers["Allow"] = "GET, HEAD";
        return response;
    }

    ODataResponse Answer(ODataRequest request, ODataSnapshot snapshot, bool isVersion401)
    {
        CheckUrl(request);
        CheckMethod(request);
        var query = RequestQuery.Parse(request.Query, options.Limits);
        var context = new BindingContext(model, snapshot.View, options.Limits, query.Aliases, options.Clock.GetUtcNow());
        var resource = new ResourceLocator(snapshot, context).Locate(new ResourcePath(options.Limits).Parse(request.Path));
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
        if (request.Method is "GET" or "HEAD")
            return;
        if (request.Method == "POST" && (request.Path.EndsWith("$query", StringComparison.Ordinal) || request.Path == "$batch"))
            throw new QueryException(new QueryError(501, ErrorCode.NotImplemented, $"POST {request.Path} is not implemented; send the query by GET."));
        throw new QueryException(new QueryError(405, ErrorCode.MethodNotAllowed, $"{request.Method} is not allowed: this service is read by GET and HEAD."));
    }

    /// <summary>Adds the entity tag; without a body when the client has it already.</summary>
    static ODataResponse Tagged(ODataRequest request, ODataResponse response)
    {
        if (response.Status != 200)
            return response;
        var tag = BodyTag.Of(response.Bytes.Span);
        var tagged = response;
        if (BodyTag.IsNamedIn(request.Header("If-None-Match").ToString(), tag))
        {
            response.Dispose();
            tagged = new ODataResponse(304, null, null);
        }
        tagged.Headers["ETag"] = tag;
        return tagged;
    }
}
