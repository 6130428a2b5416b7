namespace AuthorityDirectory.Web.Requests;

public sealed partial class RequestDrafts
{
    /// <summary>The drafts of every State.</summary>
    public async Task<IReadOnlyList<KeptDraft>> ListAllAsync(CancellationToken cancellationToken) => [.. (await store.ListAsync("draft/", cancellationToken)).Select(Read)];
}
