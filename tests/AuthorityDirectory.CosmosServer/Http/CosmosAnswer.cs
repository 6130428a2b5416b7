using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AuthorityDirectory.CosmosServer.Http;

/// <summary>A status, headers and a body.</summary>
internal sealed record CosmosAnswer(int Status, byte[] Body)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static CosmosAnswer Json<T>(int status, T body) => new(status, JsonSerializer.SerializeToUtf8Bytes(body));

    public static CosmosAnswer Error(int status, string code, string message, int substatus = 0) =>
        Json(status, new { code, message }).With("x-ms-substatus", substatus == 0 ? null : substatus.ToString(CultureInfo.InvariantCulture));

    public static CosmosAnswer Error(Fault fault) =>
        Error(fault.Status!.Value, "Fault", "A test asked for this.", fault.Substatus)
            .With("x-ms-retry-after-ms", fault.RetryAfter?.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));

    /// <summary>The answer with one header more; without, when the value is null.</summary>
    public CosmosAnswer With(string header, string? value)
    {
        if (value is not null)
        {
            Headers[header] = value;
        }

        return this;
    }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.Headers["x-ms-activity-id"] = context.Request.Headers["x-ms-activity-id"];
        context.Response.Headers["x-ms-request-charge"] = "1";
        context.Response.Headers["x-ms-gatewayversion"] = "version=2.14.0";
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Body.Length > 0)
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Body.Length;
            await context.Response.Body.WriteAsync(Body);
        }
    }
}
