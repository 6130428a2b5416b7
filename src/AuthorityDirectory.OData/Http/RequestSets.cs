using AuthorityDirectory.OData.Execution;
using AuthorityDirectory.OData.Model;

namespace AuthorityDirectory.OData.Http;

/// <summary>Finds the entities of the sets that a request names and that depend on its caller.</summary>
/// <remarks>
/// It may find more than the request will use, when a name stands in a text; never less: whatever a request means, it has to spell the set's name in its path or in an option.
/// </remarks>
static class RequestSets
{
    public static async ValueTask<ODataSnapshot> FormAsync(ODataSnapshot shared, ODataRequest request)
    {
        var named = Named(shared.Model, request).ToList();
        if (named.Count == 0)
            return shared;
        var formed = new Dictionary<EntitySet, EntityRows>();
        foreach (var set in named)
        {
            var table = await set.FormAsync(shared.View, request.Http);
            formed.Add(set, new EntityRows(set, table, [.. Enumerable.Range(0, table.Count)]));
        }
        return new RequestSnapshot(shared, formed);
    }

    public static IEnumerable<EntitySet> Named(ODataModel model, ODataRequest request)
    {
        if (model.RequestSets.Count == 0)
            return [];
        // Twice, since an id within a query is a URL within a URL.
        var text = Uri.UnescapeDataString(Uri.UnescapeDataString($"{request.Path}?{request.Query}"));
        return model.RequestSets.Where(set => text.Contains(set.Name, StringComparison.Ordinal));
    }
}
