using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Keeps drafts in the work store, for everybody at the desk of their State, until nobody has written on them for <see cref="Lifetime"/>.</summary>
/// <remarks>Every writing names the version it was made from, so that two windows or two people never overwrite each other unseen.</remarks>
public sealed partial class RequestDrafts(IWorkStore store, TimeProvider time)
{
    /// <summary>How long a draft is kept after it was last written.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A new id, of a draft and the request that it becomes.</summary>
    public static string NewId() => "r-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Whether a text can be the id of a request.</summary>
    public static bool IsId(string? id) => id is not null && Id().IsMatch(id);

    /// <summary>A draft; null when there is none, or no longer.</summary>
    public async Task<KeptDraft?> FindAsync(string stateCode, string id, CancellationToken cancellationToken) =>
        IsId(id) && await store.GetAsync(Key(stateCode, id), cancellationToken) is { } item ? Read(item) : null;

    /// <summary>The drafts of a State, the one written last first.</summary>
    public async Task<IReadOnlyList<KeptDraft>> ListAsync(string stateCode, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(Key(stateCode, ""), cancellationToken)).Select(Read).OrderByDescending(each => each.Draft.WrittenAt)];

    /// <summary>Writes a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="tag">The version that it was made from; empty for a new one.</param>
    /// <param name="accountId">Who writes.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>As it is kept; null when somebody else wrote it meanwhile and nothing was written.</returns>
    /// <exception cref="ArgumentException">It is larger than the store takes.</exception>
    public async Task<KeptDraft?> WriteAsync(RequestDraft draft, string tag, string accountId, CancellationToken cancellationToken)
    {
        var written = draft with { WrittenAt = time.GetUtcNow(), WrittenBy = accountId };
        var condition = tag.Length == 0 ? WorkCondition.Absent : WorkCondition.Unchanged(tag);
        var newTag = await store.PutAsync(Key(draft.StateCode, draft.Id), JsonSerializer.SerializeToUtf8Bytes(written, Form), condition, Lifetime, cancellationToken);
        return newTag is null ? null : new(written, newTag);
    }

    /// <summary>Writes a draft as <see cref="WriteAsync"/> does; when the same was written already, as after an answer that was lost on the way, that is as good.</summary>
    public async Task<KeptDraft?> WriteOnceAsync(RequestDraft draft, string tag, string accountId, CancellationToken cancellationToken) =>
        await WriteAsync(draft, tag, accountId, cancellationToken)
        ?? (await FindAsync(draft.StateCode, draft.Id, cancellationToken) is { } there && there.Draft.SaysTheSame(draft) ? there : null);

    /// <summary>Takes a draft away: it was submitted, or is not wanted.</summary>
    public async Task DiscardAsync(string stateCode, string id, CancellationToken cancellationToken) =>
        await store.DeleteAsync(Key(stateCode, id), null, cancellationToken);

    private static KeptDraft Read(WorkItem item) => new(JsonSerializer.Deserialize<RequestDraft>(item.Content.Span, Form)!, item.Tag);

    private static string Key(string stateCode, string id) => $"draft/{stateCode.ToLowerInvariant()}/{id}";

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{7,63}\z")]
    private static partial Regex Id();
}

/// <summary>A draft as it is kept.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Tag">Its version.</param>
public sealed record KeptDraft(RequestDraft Draft, string Tag)
{
    /// <summary>The day until which it is kept when nobody writes on it.</summary>
    public DateOnly KeptUntil => DateOnly.FromDateTime((Draft.WrittenAt + RequestDrafts.Lifetime).UtcDateTime);
}
