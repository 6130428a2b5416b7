using System.Text.Json;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Storage.Work;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>Keeps checks and what they found in the work store, so that any instance can show them; they go away by themselves.</summary>
public sealed class SheetChecks(IWorkStore store, TimeProvider time)
{
    /// <summary>How long a check is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>How long a check may say nothing before it counts as broken off: its instance is gone.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>A check of an account; null when there is none, or no longer.</summary>
    public async Task<SheetCheck?> FindAsync(string accountId, string id, CancellationToken cancellationToken)
    {
        var item = RequestDrafts.IsId(id) ? await store.GetAsync(Key(accountId, id), cancellationToken) : null;
        var check = item is null ? null : JsonSerializer.Deserialize<SheetCheck>(item.Content.Span, Form)!;
        return check is { IsOver: false } && time.GetUtcNow() - check.WrittenAt > Silence ? check with { Stage = SheetStage.Broken } : check;
    }

    /// <summary>Writes a check.</summary>
    /// <param name="check">The check.</param>
    /// <param name="tag">The version it follows; null for a new one.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its tag; null when somebody stopped it meanwhile.</returns>
    public async Task<string?> WriteAsync(SheetCheck check, string? tag, CancellationToken cancellationToken) => await store.PutAsync(
        Key(check.AccountId, check.Id), JsonSerializer.SerializeToUtf8Bytes(check with { WrittenAt = time.GetUtcNow() }, Form),
        tag is null ? WorkCondition.Absent : WorkCondition.Unchanged(tag), Lifetime, cancellationToken);

    /// <summary>Keeps what rows of a State would change.</summary>
    /// <exception cref="ArgumentException">It is more than the store takes.</exception>
    public async Task KeepAsync(SheetCheck check, string stateCode, IReadOnlyList<RowChange> rows, CancellationToken cancellationToken) =>
        await store.PutAsync(RowsKey(check, stateCode), JsonSerializer.SerializeToUtf8Bytes(rows, Form), WorkCondition.Any, Lifetime, cancellationToken);

    /// <summary>What rows of a State would change; empty when it is no longer kept.</summary>
    public async Task<IReadOnlyList<RowChange>> RowsAsync(SheetCheck check, string stateCode, CancellationToken cancellationToken) =>
        await store.GetAsync(RowsKey(check, stateCode), cancellationToken) is { } item ? JsonSerializer.Deserialize<IReadOnlyList<RowChange>>(item.Content.Span, Form)! : [];

    /// <summary>Takes a check away; one that is going on stops at its next sign of life.</summary>
    public async Task DiscardAsync(SheetCheck check, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(Key(check.AccountId, check.Id), null, cancellationToken);
        foreach (var state in check.Changes.Keys)
        {
            await store.DeleteAsync(RowsKey(check, state), null, cancellationToken);
        }
    }

    private static string Key(string accountId, string id) => $"sheet/{accountId}/{id}";

    private static string RowsKey(SheetCheck check, string stateCode) => $"sheet-rows/{check.Id}/{stateCode.ToLowerInvariant()}";
}
