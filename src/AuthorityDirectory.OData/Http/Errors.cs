using System.Globalization;
using AuthorityDirectory.OData.Binding;
using AuthorityDirectory.OData.Payload;
using AuthorityDirectory.OData.Writing;

namespace AuthorityDirectory.OData.Http;

/// <summary>Answers that are errors (Protocol 4.01, section 9.4).</summary>
static class Errors
{
    static readonly PayloadStyle _style = new(MetadataLevel.Minimal, IsVersion401: false, IsIeee754Compatible: false);

    public static ODataResponse Answer(QueryError error)
    {
        var buffer = new PayloadBuffer(int.MaxValue);
        ErrorWriter.Write(buffer, error);
        var response = new ODataResponse(error.Status, new AnswerFormat(MediaType.Json, _style).ContentType, buffer);
        response.Headers["OData-Version"] = ProtocolVersion.Written(isVersion401: false);
        if (error.Allow is { } allowed)
            response.Headers["Allow"] = allowed;
        return response;
    }

    public static ODataResponse Answer(Refusal refusal)
    {
        var response = Answer(new QueryError(refusal.Status, refusal.Code, refusal.Message, refusal.Target) { Details = refusal.Details });
        if (refusal.RetryAfter is { } wait)
            response.Headers["Retry-After"] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (refusal.Challenge is { } challenge)
            response.Headers["WWW-Authenticate"] = challenge;
        return response;
    }
}
