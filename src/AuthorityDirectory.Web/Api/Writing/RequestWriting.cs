using System.Security.Cryptography;
using System.Text;
using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using Entry = AuthorityDirectory.Web.Api.Writing.ChangeRequestEntry;
using Refusal = AuthorityDirectory.OData.Writing.Refusal;
using WriteResult = AuthorityDirectory.OData.Writing.WriteResult;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>What becomes of requests through the API, by the rules of the pages.</summary>
public sealed class RequestWriting(
    LedgerWriter writer, CurrentSnapshot current, ChangeRequests requests, RequestDrafts drafts, Attachments papers, Caller caller, TimeProvider time, ReviewOptions review, ReturnLetters letters)
{
    /// <summary>Submits a draft, or again what was returned.</summary>
    /// <param name="seen">What the client looked at.</param>
    /// <param name="isExact">Whether it must still be that.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<WriteResult<Entry>> SubmitAsync(Entry seen, bool isExact, CancellationToken cancellationToken)
    {
        var now = seen.IsDraft ? await DraftAsync(seen, cancellationToken) : seen;
        if (now is null || (isExact && now.DraftTag != seen.DraftTag))
        {
            return Refusals.Clash(Name(seen));
        }

        if (now.Record.Attachment is { } paper && !await papers.KeepForGoodAsync(paper, cancellationToken))
        {
            return Refusal.Invalid("The paper of this request is no longer kept: give it again at the desk.");
        }

        var result = await DecideAsync(seen, isExact, "submit", now.DraftTag, snapshot => RequestRules.Submit(snapshot, caller.Account!, now.Record, time.GetUtcNow()), cancellationToken);
        await TakeAwayAsync(now, cancellationToken);
        return result;
    }

    /// <summary>Accepts a request.</summary>
    public Task<WriteResult<Entry>> AcceptAsync(Entry seen, bool isExact, CancellationToken cancellationToken) => DecideAsync(seen, isExact, "accept", null,
        snapshot => RequestRules.Accept(snapshot, caller.Account!, seen.Record.Id, time.GetUtcNow(), review.FourEyes), cancellationToken);

    /// <summary>Gives a request back to its State, which is told by letter.</summary>
    public async Task<WriteResult<Entry>> ReturnAsync(Entry seen, bool isExact, string reason, CancellationToken cancellationToken)
    {
        var result = await DecideAsync(seen, isExact, "return", reason, snapshot => RequestRules.Return(snapshot, caller.Account!, seen.Record.Id, reason, time.GetUtcNow()), cancellationToken);
        if (current.Value.Register.Request(seen.Record.Id)?.Status == RequestStatus.Returned)
        {
            await letters.SendAsync(seen.Record.Id, cancellationToken);
        }

        return result;
    }

    /// <summary>Takes a request back; a draft is gone then.</summary>
    public async Task<WriteResult<Entry>> WithdrawAsync(Entry seen, bool isExact, string? reason, CancellationToken cancellationToken)
    {
        if (!seen.IsDraft)
        {
            return await DecideAsync(seen, isExact, "withdraw", reason, snapshot => RequestRules.Withdraw(snapshot, caller.Account!, seen.Record.Id, reason, time.GetUtcNow()), cancellationToken);
        }

        if (!caller.May(Permission.Request, seen.Record.StateCode))
        {
            return Refusal.Forbidden($"Your account may not do this for {seen.Record.StateCode}.");
        }

        var now = await DraftAsync(seen, cancellationToken);
        if (now is null || (isExact && now.DraftTag != seen.DraftTag))
        {
            return Refusals.Clash(Name(seen));
        }

        await drafts.DiscardAsync(seen.Record.StateCode, seen.Record.Id, cancellationToken);
        return WriteResult.Current(seen with { Record = seen.Record with { Status = RequestStatus.Withdrawn, DecisionReason = reason } });
    }

    private async Task<WriteResult<Entry>> DecideAsync(
        Entry seen, bool isExact, string act, string? words, Func<DirectorySnapshot, Decision> decide, CancellationToken cancellationToken)
    {
        var clashes = false;
        var outcome = await writer.WriteAsync(snapshot =>
        {
            clashes = isExact && snapshot.Register.RequestRevision(seen.Record.Id) != seen.Revision;
            return clashes ? Decision.Refuse(RefusalReason.Overtaken, Name(seen)) : decide(snapshot);
        }, AppendId(caller.Account!, act, seen.Record.Id, seen.Revision, words), cancellationToken);
        return outcome.IsWritten ? WriteResult.Current(requests.OnLedger(seen.Record.Id)!)
            : clashes ? Refusals.Clash(Name(seen))
            : Refusals.Of(outcome, new FaultDetails(seen.Record.Changes, current.Value.View(Audience.Secretariat)).Of(outcome.Refusal?.Faults ?? []));
    }

    /// <summary>The id of an act: sent again by the same account about the same revision in the same words, it is the same act.</summary>
    internal static string AppendId(Account account, string act, string id, int revision, string? words) =>
        "api-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account.Id}\n{act}\n{id}\n{revision}\n{words}")).AsSpan(0, 16));

    private async Task<Entry?> DraftAsync(Entry seen, CancellationToken cancellationToken) =>
        await drafts.FindAsync(seen.Record.StateCode, seen.Record.Id, cancellationToken) is { } kept ? Entry.Of(kept, current.Value.Date) : null;

    /// <summary>What is on the ledger needs no draft; one that cannot be taken away is passed over until it expires.</summary>
    private async Task TakeAwayAsync(Entry submitted, CancellationToken cancellationToken)
    {
        if (submitted.IsDraft && requests.OnLedger(submitted.Record.Id) is not null)
        {
            try
            {
                await drafts.DiscardAsync(submitted.Record.StateCode, submitted.Record.Id, cancellationToken);
            }
            catch (LedgerUnavailableException)
            {
                // The answer is that it was submitted: that is so.
            }
        }
    }

    private static string Name(Entry seen) => $"The request {seen.Record.Id}";
}
