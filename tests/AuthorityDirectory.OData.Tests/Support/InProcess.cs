using System.Text;
using System.Text.Json;
using AuthorityDirectory.OData.Evaluation;
using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Http;
using AuthorityDirectory.OData.Model;
using AuthorityDirectory.OData.Syntax;

namespace AuthorityDirectory.OData.Tests.Support;

/// <summary>A service without a socket, for tests that ask thousands of questions.</summary>
internal sealed class InProcess(Coast coast, ODataLimits limits)
{
    static readonly MetadataDocuments _metadata = new(Coast.Model);

    readonly RequestHandler _handler = new(_metadata, new ODataOptions { Limits = limits });

    public ODataSnapshot<Coast> Snapshot { get; } = new(Coast.Model, coast);

    public (int Status, string Body) Get(string path, string query) => Measured("GET", path, query) is var (status, body, _) ? (status, body) : default;

    /// <summary>An answer, and how many steps it took.</summary>
    public (int Status, string Body, long Steps) Measured(string method, string path, string query)
    {
        var budget = Budget.Of(limits);
        using var response = Handle(new ODataRequest(method, path, query, "~/", _ => default), budget);
        return (response.Status, Encoding.UTF8.GetString(response.Bytes.Span), budget.Spent);
    }

    public (int Status, string Body) Post(string path, string contentType, string body)
    {
        var request = new ODataRequest("POST", path, "", "~/", name => name == "Content-Type" ? contentType : default) { Body = Encoding.UTF8.GetBytes(body) };
        using var response = Handle(request, null);
        return (response.Status, Encoding.UTF8.GetString(response.Bytes.Span));
    }

    ODataResponse Handle(ODataRequest request, Budget? budget) => _handler.HandleAsync(request, () => Snapshot, budget).AsTask().GetAwaiter().GetResult();

    /// <summary>The ids of all pages, and how many pages there were.</summary>
    public (List<string> Ids, int Pages) Ids(string path, string query)
    {
        var (ids, pages) = (new List<string>(), 0);
        for (string? next = query; next is not null; pages++)
        {
            var (status, body) = Get(path, next);
            Assert.True(status == 200, $"{next}: {body}");
            var page = JsonSerializer.Deserialize<JsonElement>(body);
            ids.AddRange(page.GetProperty("value").EnumerateArray().Select(entity => entity.GetProperty("Id").GetString()!));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString()!.Split('?')[1] : null;
        }
        return (ids, pages);
    }
}
