using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AuthorityDirectory.Web.Tests.Safety;

/// <summary>What the directory has kept: the position of the ledger, and every item of the work store but for what the directory writes by itself: who read what, and reminders.</summary>
public sealed record Trace(long Position, string Work)
{
    private static readonly string[] Areas = ["draft/", "attachment/", "link/", "token/", "outbox/", "outbox-done/", "quota/", "session/"];

    /// <summary>What is kept now.</summary>
    public static async Task<Trace> OfAsync(DirectoryHost host)
    {
        var store = host.Services.GetRequiredService<IWorkStore>();
        List<string> items = [];
        foreach (var area in Areas)
        {
            items.AddRange((await store.ListAsync(area, TestContext.Current.CancellationToken)).Where(item => !item.Key.Contains("/reminder/", StringComparison.Ordinal)).Select(item => $"{item.Key} {item.Tag}"));
        }

        return new(host.Services.GetRequiredService<CurrentSnapshot>().Value.Position, string.Join('\n', items));
    }
}
