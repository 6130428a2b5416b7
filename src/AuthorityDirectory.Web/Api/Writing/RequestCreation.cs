using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.OData.Writing;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Accounts;
using AuthorityDirectory.Web.Requests;
using Entry = AuthorityDirectory.Web.Api.Writing.ChangeRequestEntry;

namespace AuthorityDirectory.Web.Api.Writing;

/// <summary>Takes requests that clients give: checked whole, kept as drafts at the desk of the State.</summary>
public sealed class RequestCreation(CurrentSnapshot current, ChangeRequests requests, RequestDrafts drafts, Caller caller)
{
    /// <summary>Keeps a request as a draft. The same again is the same; another under the same id is refused.</summary>
    public async Task<WriteResult<Entry>> CreateAsync(GivenRequest given, CancellationToken cancellationToken)
    {
        var snapshot = current.Value;
        var view = snapshot.View(Audience.Secretariat);
        if (!caller.May(Permission.Request, given.StateCode))
        {
            return Refusal.Forbidden($"Your account may not do this for {given.StateCode}.") with { Target = nameof(GivenRequest.StateCode) };
        }

        if (view.State(given.StateCode) is not { } state)
        {
            return At(nameof(GivenRequest.StateCode), nameof(FaultKind.NotACountry), $"The directory holds no State {given.StateCode}: give a code of States.");
        }

        if (!RequestDrafts.IsId(given.Id) || !given.Id.StartsWith(given.StateCode.ToLowerInvariant() + "-", StringComparison.Ordinal))
        {
            return At(nameof(GivenRequest.Id), "InvalidId", $"Begin with {given.StateCode.ToLowerInvariant()}- and go on with small letters, digits and dashes: 8 to 64 characters together.");
        }

        return await ThereAsync(given, state, snapshot.Date, cancellationToken)
            ?? Refused(given, given.ToDraft(state), view, snapshot.Date)
            ?? await WriteAsync(given, state, snapshot.Date, cancellationToken);
    }

    private async Task<WriteResult<Entry>?> ThereAsync(GivenRequest given, StateEntry state, DateOnly today, CancellationToken cancellationToken)
    {
        var there = requests.OnLedger(given.Id) ?? (await drafts.FindAsync(given.StateCode, given.Id, cancellationToken) is { } kept ? Entry.Of(kept, today) : null);
        return there is null ? null
            : given.IsSame(there.Record, state, today) ? WriteResult.Current(there)
            : Refusal.Conflict($"There is a request {given.Id} with another content: give this one another id.") with { Target = nameof(GivenRequest.Id) };
    }

    private static WriteResult<Entry>? Refused(GivenRequest given, RequestDraft draft, DirectoryView view, DateOnly today)
    {
        var request = draft.ToRequest(today);
        var faults = draft.Source.Faults().Concat(Unknown(given)).Concat(RequestEffect.Of(request, view).Faults).DistinctBy(fault => (fault.LineId, fault.Field, fault.Kind)).ToList();
        var details = new FaultDetails(draft.Changes, view).Of(faults);
        return faults.Exists(fault => fault.Kind == FaultKind.ChangedMeanwhile)
                ? Refusal.Conflict("The directory does not say what Before says: read the lines again, see what they are now, and decide.") with { Details = details }
            : faults.Count > 0 ? Refusal.Invalid("Some fields cannot be taken as they are: the details say what each needs.", details)
            : request.Changes.Count == 0 ? Refusal.Invalid("The directory says all of this already: there is nothing to change.")
            : default(WriteResult<Entry>?);
    }

    /// <summary>Fields that there are not, also where they would change nothing.</summary>
    private static IEnumerable<FieldFault> Unknown(GivenRequest given) =>
        from change in given.Changes
        from field in change.Fields
        where LineFields.Find(change.Kind, field.Name) is null
        select new FieldFault(change.LineId, field.Name, FaultKind.UnknownField, string.Join(", ", LineFields.Of(change.Kind).Select(known => known.Name)));

    /// <summary>Writes the draft; when somebody else wrote one under the same id meanwhile, that one counts.</summary>
    private async Task<WriteResult<Entry>> WriteAsync(GivenRequest given, StateEntry state, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            return await drafts.WriteAsync(given.ToDraft(state), "", caller.Account!.Id, cancellationToken) is { } kept
                ? WriteResult.Created(Entry.Of(kept, today))
                : await ThereAsync(given, state, today, cancellationToken) ?? Refusals.Clash($"The request {given.Id}");
        }
        catch (ArgumentException)
        {
            return Refusal.Invalid("The request is larger than the desk keeps: divide it into several.");
        }
    }

    private static WriteResult<Entry> At(string target, string code, string message) => Refusal.Invalid(message, new RefusalDetail(code, message, target)) with { Target = target };
}
