using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Requests;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>Submits what a file would change of many States: a request for each, all on one source.</summary>
/// <remarks>Each is decided before the first is written, so that one fault keeps all back. Sending the same import again submits only those that are not there yet.</remarks>
public sealed class SheetImport(SheetChecks checks, CurrentSnapshot current, LedgerWriter writer, TimeProvider time)
{
    /// <summary>The requests that a check makes, by State.</summary>
    /// <param name="check">The check.</param>
    /// <param name="source">What they rest on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<ChangeRequest>> RequestsAsync(SheetCheck check, DraftSource source, CancellationToken cancellationToken)
    {
        var requests = new List<ChangeRequest>();
        foreach (var state in check.Changes.Keys.Order(StringComparer.Ordinal))
        {
            IReadOnlyList<RowChange> rows = await checks.RowsAsync(check, state, cancellationToken);
            var draft = new RequestDraft { Id = IdOf(check, state), StateCode = state, Source = source, Changes = [.. rows.Select(row => row.Change)] };
            requests.Add(draft.ToRequest(current.Value.Date));
        }

        return requests;
    }

    /// <summary>Submits them.</summary>
    /// <returns>The first that was not written and why; nulls when all were.</returns>
    public Task<(ChangeRequest? Request, WriteOutcome? Outcome)> SubmitAsync(IReadOnlyList<ChangeRequest> requests, Account account, CancellationToken cancellationToken) => EachAsync(
        requests.Where(request => current.Value.Register.Request(request.Id) is null), (snapshot, request) => RequestRules.Submit(snapshot, account, request, time.GetUtcNow()), cancellationToken);

    /// <summary>Accepts them, where one person may.</summary>
    /// <returns>The first that was not accepted and why; nulls when all were.</returns>
    public Task<(ChangeRequest? Request, WriteOutcome? Outcome)> AcceptAsync(IReadOnlyList<ChangeRequest> requests, Account account, CancellationToken cancellationToken) => EachAsync(
        requests.Where(request => current.Value.Register.Request(request.Id) is { Status: RequestStatus.Submitted }),
        (snapshot, request) => RequestRules.Accept(snapshot, account, request.Id, time.GetUtcNow(), fourEyes: false), cancellationToken);

    private async Task<(ChangeRequest? Request, WriteOutcome? Outcome)> EachAsync(
        IEnumerable<ChangeRequest> requests, Func<DirectorySnapshot, ChangeRequest, Decision> decide, CancellationToken cancellationToken)
    {
        foreach (var request in requests.ToList())
        {
            var outcome = await writer.WriteAsync(snapshot => decide(snapshot, request), null, cancellationToken);
            if (!outcome.IsWritten)
            {
                return (request, outcome);
            }
        }

        return (null, null);
    }

    /// <summary>The first that would be refused as the directory is, and why; nulls when none would be.</summary>
    public (ChangeRequest? Request, Refusal? Refusal) Refused(IReadOnlyList<ChangeRequest> requests, Account account) => requests
        .Where(request => current.Value.Register.Request(request.Id) is null)
        .Select(request => (request, RequestRules.Submit(current.Value, account, request, time.GetUtcNow()).Refusal))
        .FirstOrDefault(each => each.Refusal is not null);

    /// <summary>The id of the request for a State.</summary>
    public static string IdOf(SheetCheck check, string stateCode) => $"{check.Id}-{stateCode.ToLowerInvariant()}";
}
