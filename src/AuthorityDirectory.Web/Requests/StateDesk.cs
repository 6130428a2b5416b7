using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Accounts;

namespace AuthorityDirectory.Web.Requests;

/// <summary>The directory as those at a State's desk see it: with all contact points of that State; taken once for a request.</summary>
public sealed class StateDesk(CurrentSnapshot current, Caller caller)
{
    /// <summary>The directory as it is.</summary>
    public DirectorySnapshot Snapshot { get; } = current.Value;

    /// <summary>Everything. What pages take from it is of a State whose desk the caller may see.</summary>
    public DirectoryView View => Snapshot.View(Audience.Secretariat);

    /// <summary>Who is at the desk.</summary>
    public Account Account => caller.Account!;

    /// <summary>The State; null when there is none, or its desk is not the caller's to see.</summary>
    public StateEntry? State(string code) => caller.May(Permission.SeeDesk, code) ? View.State(code) : null;

    /// <summary>A request of a State; null when it has none of this id.</summary>
    public ChangeRequest? Request(string stateCode, string id) =>
        caller.May(Permission.SeeDesk, stateCode) && Snapshot.Register.Request(id) is { } request && request.StateCode == stateCode ? request : null;

    /// <summary>The requests of a State that wait for somebody or for their day, the newest first.</summary>
    public IReadOnlyList<ChangeRequest> Waiting(string stateCode) =>
        [.. Snapshot.Register.RequestsOf(stateCode).Where(IsWaiting).OrderByDescending(request => request.SubmittedAt)];

    private static bool IsWaiting(ChangeRequest request) => request switch
    {
        { Status: RequestStatus.Submitted or RequestStatus.Returned } => true,
        { Status: RequestStatus.Accepted, AppliedOn: null } => true,
        _ => false,
    };
}
