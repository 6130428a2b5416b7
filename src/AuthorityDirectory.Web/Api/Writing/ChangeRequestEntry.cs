using AuthorityDirectory.Records;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>A request to change the directory as the API shows it: from the ledger, or while it is only a draft.</summary>
/// <param name="Record">What it says.</param>
/// <param name="Revision">Its revision on the ledger; 0 for a draft.</param>
/// <param name="DraftTag">The version of the draft; null on the ledger.</param>
public sealed record ChangeRequestEntry(ChangeRequest Record, int Revision, string? DraftTag)
{
    /// <summary>Whether it was not submitted yet.</summary>
    public bool IsDraft => DraftTag is not null;

    /// <summary>A draft on some day, as it would be submitted.</summary>
    public static ChangeRequestEntry Of(KeptDraft kept, DateOnly today) => new(kept.Draft.ToRequest(today), 0, kept.Tag);
}
