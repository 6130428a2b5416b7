using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>A request as the Secretariat has it before it.</summary>
/// <param name="Request">The request.</param>
/// <param name="State">Its State.</param>
/// <param name="By">Who submitted it; null when the account is not there any more.</param>
/// <param name="Age">In working days.</param>
public sealed record WaitingRequest(ChangeRequest Request, StateEntry State, Account? By, int Age)
{
    /// <summary>Whether the Secretariat submitted it for the State.</summary>
    public bool IsForState => Request.SubmittedByRole != ActorRole.FocalPoint;

    /// <summary>Those that wait: what misleads first, then the oldest.</summary>
    public static IReadOnlyList<WaitingRequest> Queue(DirectorySnapshot snapshot) =>
    [
        .. snapshot.Register.Requests.Where(request => request.Status == RequestStatus.Submitted).Select(request => Of(request, snapshot)).OfType<WaitingRequest>()
            .OrderByDescending(waiting => waiting.Request.IsUrgent).ThenBy(waiting => waiting.Request.SubmittedAt).ThenBy(waiting => waiting.Request.Id, StringComparer.Ordinal),
    ];

    /// <summary>A request with what goes with it; null when the directory holds no such State.</summary>
    public static WaitingRequest? Of(ChangeRequest request, DirectorySnapshot snapshot) =>
        snapshot.View(Audience.Secretariat).State(request.StateCode) is { } state
            ? new(request, state, snapshot.Register.Account(request.SubmittedBy ?? ""), WorkingDays.Between(DateOnly.FromDateTime(request.SubmittedAt!.Value.UtcDateTime), snapshot.Date))
            : null;

    /// <summary>What it changes, in a few words: its first line, and how many more there are.</summary>
    public string InShort(Texts texts, LineWords lines, DirectoryView view)
    {
        var first = lines.Name(new Difference(Request, view), Request.Changes[0]);
        return Request.Changes.Count == 1 ? first : texts.Count("Review.AndMore", Request.Changes.Count - 1, first);
    }
}
