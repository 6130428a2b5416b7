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
    private const int MostFields = 3;

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

    /// <summary>What it changes, in a few words: its first line with its fields, and how many more lines there are.</summary>
    public string InShort(Texts texts, LineWords lines, FieldWords fields, DirectoryView view)
    {
        var first = Request.Changes[0];
        var labels = first.Act == LineAct.Change ? first.Fields.Take(MostFields).Select(field => fields.Label(first.Kind, field.Name)) : [texts[$"Difference.Act_{first.Act}"]];
        var text = texts["Review.LineAndFields", lines.Name(new Difference(Request, view), first), string.Join(texts["Formats.Comma"], labels)];
        return Request.Changes.Count == 1 ? text : texts.Count("Review.AndMore", Request.Changes.Count - 1, text);
    }
}
