using AuthorityDirectory.OData.Binding;

namespace AuthorityDirectory.OData.Http;

/// <summary>Which version of the protocol answers a request (Protocol 4.01, sections 8.1.5 and 8.2.7): the highest that the client accepts, and 4.0 when it does not say.</summary>
static class ProtocolVersion
{
    const string Lowest = "4.0";
    const string Highest = "4.01";

    public static bool IsVersion401(ODataRequest request)
    {
        if (request.Header("OData-Version").ToString() is { Length: > 0 } sent && sent is not (Lowest or Highest))
            throw Unsupported("OData-Version", sent);
        var accepted = request.Header("OData-MaxVersion").ToString();
        return accepted.Length > 0 && Number(accepted) switch
        {
            null or < 4.0m => throw Unsupported("OData-MaxVersion", accepted),
            var number => number >= 4.01m,
        };
    }

    public static string Written(bool isVersion401) => isVersion401 ? Highest : Lowest;

    static decimal? Number(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    static QueryException Unsupported(string header, string value) =>
        new(new QueryError(400, ErrorCode.UnsupportedVersion, $"{header} is '{value}'; this service speaks {Lowest} and {Highest}.", header));
}
