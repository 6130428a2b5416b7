using System.Text.Json;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Accounts;

/// <summary>How often somebody may have something in an hour, counted in the work store for all instances together.</summary>
public sealed class Quota(IWorkStore store, TimeProvider time)
{
    private const string Area = "quota/";

    private const int Attempts = 10;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Takes one.</summary>
    /// <param name="name">Whose and of what; only its hash is kept.</param>
    /// <param name="most">How many there are in an hour.</param>
    /// <param name="cancellationToken">Stops waiting; one may then be taken.</param>
    /// <returns>False when there was none left, or so many ask at once that the count cannot be kept.</returns>
    public async Task<bool> TakeAsync(string name, int most, CancellationToken cancellationToken)
    {
        var key = Area + Secret.Hash(name);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var item = await store.GetAsync(key, cancellationToken);
            var taken = item is null ? [] : Recent(item);
            if (taken.Length >= most)
            {
                return false;
            }

            var condition = item is null ? WorkCondition.Absent : WorkCondition.Unchanged(item.Tag);
            if (await store.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(taken.Append(time.GetUtcNow())), condition, Window, cancellationToken) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private DateTimeOffset[] Recent(WorkItem item) =>
        [.. JsonSerializer.Deserialize<DateTimeOffset[]>(item.Content.Span)!.Where(taken => taken > time.GetUtcNow() - Window)];
}
