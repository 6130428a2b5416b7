using System.Text.Json;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>Sends requests as people write them.</summary>
internal static class Requests
{
    /// <summary>Encodes what may not stand in a URL as it is; percent signs are taken to be encoded already.</summary>
    public static string Encode(string request) =>
        string.Concat(request.Select(c => c is ' ' or '"' or '<' or '>' or '{' or '}' or '|' or '\\' or '^' or '`' or '#' or > '~' ? Uri.EscapeDataString(c.ToString()) : c.ToString()));

    public static async Task<HttpResponseMessage> Get(this CoastService coast, string request, params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, Encode(request));
        foreach (var (name, value) in headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return await coast.Client.SendAsync(message, TestContext.Current.CancellationToken);
    }

    /// <summary>The body, with the service root written as <c>~/</c>.</summary>
    public static async Task<string> Body(this CoastService coast, HttpResponseMessage answer) =>
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(coast.Client.BaseAddress!.AbsoluteUri, "~/", StringComparison.Ordinal);

    public static async Task<JsonElement> Json(this CoastService coast, string request, params (string Name, string Value)[] headers)
    {
        using var answer = await coast.Get(request, headers);
        var body = await coast.Body(answer);
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    /// <summary>The ids of the entities of a request, over all pages.</summary>
    public static async Task<List<string>> Ids(this CoastService coast, string request, string key = "Id")
    {
        var ids = new List<string>();
        for (string? next = request; next is not null;)
        {
            var page = await coast.Json(next);
            ids.AddRange(page.GetProperty("value").EnumerateArray().Select(entity => entity.GetProperty(key).ToString()));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()!.Replace("~/", "", StringComparison.Ordinal) : null;
        }
        return ids;
    }
}
