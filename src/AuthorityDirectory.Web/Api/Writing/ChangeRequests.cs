using AuthorityDirectory.Accounts;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>The requests that a caller sees: a focal point those of its State, the Secretariat all, anybody else none. What they say of contact points is for nobody else.</summary>
public sealed class ChangeRequests(CurrentSnapshot current, RequestDrafts drafts, Caller caller)
{
    /// <summary>All of them: those on the ledger, and drafts that are not.</summary>
    /// <exception cref="RefusedException">The store of drafts does not answer.</exception>
    public async ValueTask<IReadOnlyList<ChangeRequestEntry>> SeenAsync(CancellationToken cancellationToken)
    {
        var state = caller.Account?.StateCode;
        if (!caller.May(Permission.SeeDesk, state))
        {
            return [];
        }

        try
        {
            var kept = state is null ? await drafts.ListAllAsync(cancellationToken) : await drafts.ListAsync(state, cancellationToken);
            return Entries(current.Value, state, kept);
        }
        catch (Exception away) when (away is LedgerUnavailableException or StorageRefusedException)
        {
            throw new RefusedException(Refusals.Away(away));
        }
    }

    /// <summary>A request on the ledger as it is now; null when none was submitted.</summary>
    public ChangeRequestEntry? OnLedger(string id) => Entry(current.Value, id);

    /// <summary>A request on the ledger of a snapshot; null when it holds none.</summary>
    public static ChangeRequestEntry? Entry(DirectorySnapshot snapshot, string id) =>
        snapshot.Register.Request(id) is { } request ? new(request, snapshot.Register.RequestRevision(id), null) : null;

    /// <remarks>A draft of what is on the ledger is being written again at the desk; the API shows what was submitted.</remarks>
    private static List<ChangeRequestEntry> Entries(DirectorySnapshot snapshot, string? state, IEnumerable<KeptDraft> kept)
    {
        var register = snapshot.Register;
        var submitted = (state is null ? register.Requests : register.RequestsOf(state)).Select(request => Entry(snapshot, request.Id)!);
        var written = kept.Where(draft => register.Request(draft.Draft.Id) is null).Select(draft => ChangeRequestEntry.Of(draft, snapshot.Date));
        return [.. submitted.Concat(written).DistinctBy(entry => entry.Record.Id)];
    }
}
