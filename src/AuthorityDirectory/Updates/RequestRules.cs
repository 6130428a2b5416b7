using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Updates;

/// <summary>The rules of a request to change the directory: submitted, then returned, accepted or withdrawn; what each needs and does.</summary>
/// <remarks>
/// Pages, API, spreadsheets and links all decide here. A returned request may be submitted again, changed or not. Where four eyes are asked for, two people of the Secretariat
/// accept; whoever submitted for a State is never the only one to accept then. What a pending request says is for its State and the Secretariat; its acceptance tells everyone the source.
/// </remarks>
public static class RequestRules
{
    /// <summary>Submits a request, for the first time or again.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="actor">Who submits.</param>
    /// <param name="request">The request as it was written, with its source.</param>
    /// <param name="now">The time, UTC.</param>
    public static Decision Submit(DirectorySnapshot snapshot, Account actor, ChangeRequest request, DateTimeOffset now)
    {
        var submitted = request with
        {
            Status = RequestStatus.Submitted,
            SubmittedBy = actor.Id,
            SubmittedByRole = actor.Role,
            SubmittedAt = now,
            FirstAcceptedBy = null,
            DecidedBy = null,
            DecidedAt = null,
            DecisionReason = null,
            AppliedOn = null,
        };
        return Forbidden(actor, Permission.Request, request.StateCode)
            ?? NotInState(snapshot.Register.Request(request.Id), request.StateCode, RequestStatus.Returned, isNewGood: true)
            ?? RequestCheck.Incomplete(submitted, snapshot.Date)
            ?? Faulty(RequestEffect.Of(submitted, snapshot.View(Audience.Secretariat)))
            ?? Write(actor, submitted, null);
    }

    /// <summary>Gives a submitted request back to the State.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="actor">Who returns it.</param>
    /// <param name="id">The request.</param>
    /// <param name="reason">What the State is to know.</param>
    /// <param name="now">The time, UTC.</param>
    public static Decision Return(DirectorySnapshot snapshot, Account actor, string id, string? reason, DateTimeOffset now) =>
        Pending(snapshot, actor, Permission.Decide, id, out var request, RequestStatus.Submitted)
        ?? (string.IsNullOrWhiteSpace(reason) ? Decision.Refuse("Say why the request is returned: the State needs to know what to mend.") : UnfitReason(reason))
        ?? Write(actor, Decided(request!, RequestStatus.Returned, actor, WrittenForms.Tidy(reason!), now), null);

    /// <summary>Takes a request back that is not accepted, or is accepted and not yet in effect.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="actor">Who withdraws it.</param>
    /// <param name="id">The request.</param>
    /// <param name="reason">Why; null when nothing is to be said.</param>
    /// <param name="now">The time, UTC.</param>
    public static Decision Withdraw(DirectorySnapshot snapshot, Account actor, string id, string? reason, DateTimeOffset now) =>
        Pending(snapshot, actor, Permission.Request, id, out var request, RequestStatus.Submitted, RequestStatus.Returned, RequestStatus.Accepted)
        ?? (request!.AppliedOn is not null ? Overtaken($"The request {id} is in effect since {request.AppliedOn:yyyy-MM-dd}: make a new one that changes the entry back.") : UnfitReason(reason))
        ?? Write(actor, Decided(request!, RequestStatus.Withdrawn, actor, string.IsNullOrWhiteSpace(reason) ? null : WrittenForms.Tidy(reason), now), null);

    /// <summary>Accepts a request: its changes come into effect now, or on its effective date. With four eyes the first of two acceptances only notes who it was.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="actor">Who accepts.</param>
    /// <param name="id">The request.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="fourEyes">Whether two people must accept.</param>
    public static Decision Accept(DirectorySnapshot snapshot, Account actor, string id, DateTimeOffset now, bool fourEyes)
    {
        var refusal = Pending(snapshot, actor, Permission.Decide, id, out var request, RequestStatus.Submitted);
        if (refusal is not null)
        {
            return refusal;
        }

        var effect = RequestEffect.Of(request!, snapshot.View(Audience.Secretariat));
        if (Faulty(effect) is { } faulty)
        {
            return faulty;
        }

        if (fourEyes && (actor.Id == request!.SubmittedBy || actor.Id == request.FirstAcceptedBy))
        {
            return Decision.Refuse(RefusalReason.SecondPerson, actor.Id == request.SubmittedBy
                ? "You submitted this request for the State: somebody else accepts it."
                : "You have accepted this request: a second person does now.");
        }

        return fourEyes && request!.FirstAcceptedBy is null
            ? Write(actor, request with { FirstAcceptedBy = actor.Id }, null)
            : Effect(actor, Decided(request!, RequestStatus.Accepted, actor, null, now), effect, snapshot.Date);
    }

    /// <summary>The accepted requests whose day has come, the oldest day first; those of one day in the order in which they were submitted.</summary>
    public static IEnumerable<ChangeRequest> ToTakeEffect(DirectorySnapshot snapshot) => snapshot.Register.Requests
        .Where(request => request is { Status: RequestStatus.Accepted, AppliedOn: null } && request.EffectiveOn <= snapshot.Date)
        .OrderBy(request => request.EffectiveOn).ThenBy(request => request.SubmittedAt).ThenBy(request => request.Id, StringComparer.Ordinal);

    /// <summary>Brings an accepted request into effect on its day. When its lines were changed meanwhile it goes back to the Secretariat, which sees what they are.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="id">The request.</param>
    public static Decision TakeEffect(DirectorySnapshot snapshot, string id)
    {
        if (snapshot.Register.Request(id) is not { Status: RequestStatus.Accepted, AppliedOn: null } request || request.EffectiveOn > snapshot.Date)
        {
            return Overtaken($"The request {id} does not wait for its day.");
        }

        var effect = RequestEffect.Of(request, snapshot.View(Audience.Secretariat));
        return effect.Faults.Count == 0
            ? Effect(null, request, effect, snapshot.Date)
            : Write(null, request with { Status = RequestStatus.Submitted, FirstAcceptedBy = null }, null);
    }

    private static Decision Effect(Account? actor, ChangeRequest accepted, RequestEffect effect, DateOnly today) => accepted.EffectiveOn > today
        ? Write(actor, accepted, null)
        : Write(actor, accepted with { AppliedOn = today }, accepted.Source, effect.Records);

    private static Decision Write(Account? actor, ChangeRequest request, Source? source, IReadOnlyList<DirectoryRecord>? records = null) => Decision.Accept(new()
    {
        Actor = actor is null ? Actor.System : new(actor.Role, actor.Id),
        Source = source,
        Records = [.. records ?? [], request],
    });

    private static ChangeRequest Decided(ChangeRequest request, RequestStatus status, Account actor, string? reason, DateTimeOffset now) =>
        request with { Status = status, DecidedBy = actor.Id, DecidedAt = now, DecisionReason = reason };

    private static Decision? Pending(DirectorySnapshot snapshot, Account actor, Permission permission, string id, out ChangeRequest? request, params ReadOnlySpan<RequestStatus> good)
    {
        request = snapshot.Register.Request(id);
        return request is null || !Mandate.Allows(actor, Permission.SeeDesk, request.StateCode)
            ? Decision.Refuse(RefusalReason.NotFound, $"There is no request {id}.")
            : Forbidden(actor, permission, request.StateCode) ?? (good.Contains(request.Status) ? null : Overtaken($"The request {id} is {Codes.RequestStatuses.CodeOf(request.Status)} by now: look at it again."));
    }

    private static Decision? NotInState(ChangeRequest? before, string stateCode, RequestStatus good, bool isNewGood) =>
        before is null ? (isNewGood ? null : Decision.Refuse(RefusalReason.NotFound, "There is no such request."))
        : before.StateCode != stateCode ? Decision.Refuse(RefusalReason.NotAllowed, $"The id {before.Id} is taken: give the request another.")
        : before.Status != good ? Overtaken($"The request {before.Id} is {Codes.RequestStatuses.CodeOf(before.Status)}: look at it again, or make a new one.")
        : null;

    private static Decision? UnfitReason(string? reason) => RequestCheck.Unfit("reason", reason, 2000, hasLines: true);

    private static Decision? Forbidden(Account actor, Permission permission, string stateCode) =>
        Mandate.Allows(actor, permission, stateCode) ? null : Decision.Refuse(RefusalReason.NotAllowed, $"Your account may not do this for {stateCode}.");

    private static Decision Overtaken(string message) => Decision.Refuse(RefusalReason.Overtaken, message);

    private static Decision? Faulty(RequestEffect effect) => effect.Faults.Count == 0 ? null : Decision.Refuse(new Refusal(
        effect.Faults.Any(fault => fault.Kind is FaultKind.ChangedMeanwhile or FaultKind.NoSuchLine) ? RefusalReason.Overtaken : RefusalReason.Invalid,
        effect.Faults.Any(fault => fault.Kind == FaultKind.ChangedMeanwhile)
            ? "Somebody else changed the same lines meanwhile: see what they are now, and decide."
            : "Some fields cannot be taken as they are: see what each needs.")
    {
        Faults = effect.Faults,
    });
}
