using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Accounts;
using Refusal = AuthorityDirectory.OData.Writing.Refusal;
using WriteResult = AuthorityDirectory.OData.Writing.WriteResult;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>Confirms entries through the API, by the rules of the pages.</summary>
public sealed class ConfirmWriting(LedgerWriter writer, CurrentSnapshot current, Caller caller)
{
    /// <summary>Confirms one authority, with its designations and contact points.</summary>
    /// <param name="seen">The entry that the client looked at.</param>
    /// <param name="isExact">Whether it must still be that.</param>
    /// <param name="source">The note on which the Secretariat confirms; null for the State's own word.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<WriteResult<AuthorityEntry>> ConfirmAsync(AuthorityEntry seen, bool isExact, GivenSource? source, CancellationToken cancellationToken)
    {
        var id = seen.Record.Id;
        var act = new Act(seen.Record.StateCode, id, seen.Revision, view => view.Authority(id)?.Revision, _ => [id]);
        return await WriteAsync(act, isExact, source, cancellationToken) is { } refused ? refused : WriteResult.Current(View.Authority(id)!);
    }

    /// <summary>Confirms every authority of a State that is not merged into another or closed.</summary>
    /// <inheritdoc cref="ConfirmAsync(AuthorityEntry, bool, GivenSource?, CancellationToken)"/>
    public async Task<WriteResult<StateEntry>> ConfirmAsync(StateEntry seen, bool isExact, GivenSource? source, CancellationToken cancellationToken)
    {
        var code = seen.Record.Code;
        var act = new Act(code, code, RevisionOf(seen), view => view.State(code) is { } state ? RevisionOf(state) : null, view => [.. Standing(view.State(code)!)]);
        return Standing(seen).Any()
            ? await WriteAsync(act, isExact, source, cancellationToken) is { } refused ? refused : WriteResult.Current(View.State(code)!)
            : Refusal.Conflict($"The directory holds no authority of {code} that can be confirmed.");
    }

    /// <summary>A number that grows whenever something of a State changes: its own line or any of its authorities.</summary>
    public static int RevisionOf(StateEntry state) => state.Revision + state.Authorities.Sum(authority => authority.Revision);

    private DirectoryView View => current.Value.View(caller.Audience);

    /// <summary>Writes; null when that was done. Revisions are those that the caller sees: what changed beyond that is nothing the caller could look at.</summary>
    private async Task<Refusal?> WriteAsync(Act act, bool isExact, GivenSource? source, CancellationToken cancellationToken)
    {
        var (account, audience, clashes) = (caller.Account!, caller.Audience, false);
        var outcome = await writer.WriteAsync(snapshot =>
        {
            clashes = isExact && act.RevisionIn(snapshot.View(audience)) != act.Revision;
            return clashes ? Decision.Refuse(RefusalReason.Overtaken, act.Id)
                : ConfirmRules.Confirm(snapshot, account, act.StateCode, act.AuthoritiesIn(snapshot.View(Audience.Secretariat)).ToDictionary(id => id, _ => (int?)null), source?.ToSource(snapshot.Date));
        }, RequestWriting.AppendId(account, "confirm", act.Id, act.Revision, $"{source}"), cancellationToken);
        return outcome.IsWritten ? null : clashes ? Refusals.Clash(act.Id) : Refusals.Of(outcome);
    }

    private static IEnumerable<string> Standing(StateEntry state) =>
        state.Authorities.Where(authority => authority.Record.Status is not (AuthorityStatus.Merged or AuthorityStatus.Closed)).Select(authority => authority.Record.Id);

    private sealed record Act(string StateCode, string Id, int Revision, Func<DirectoryView, int?> RevisionIn, Func<DirectoryView, IReadOnlyList<string>> AuthoritiesIn);
}
