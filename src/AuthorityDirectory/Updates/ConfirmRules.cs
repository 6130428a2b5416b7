using AuthorityDirectory.Accounts;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Updates;

/// <summary>The rules by which a State confirms that entries are still right: each with all its contact points and those of its designations that have not ended.</summary>
public static class ConfirmRules
{
    /// <summary>Confirms entries.</summary>
    /// <param name="snapshot">The directory as it is.</param>
    /// <param name="actor">Who confirms; of the Secretariat, on a note of the State that <paramref name="source"/> names.</param>
    /// <param name="stateCode">The State.</param>
    /// <param name="authorities">The authorities, each with the revision that was looked at; null for whichever is there.</param>
    /// <param name="source">What it rests on; null for the State's own word.</param>
    public static Decision Confirm(DirectorySnapshot snapshot, Account actor, string stateCode, IReadOnlyDictionary<string, int?> authorities, Source? source)
    {
        if (!Mandate.Allows(actor, Permission.Confirm, stateCode))
        {
            return Decision.Refuse(RefusalReason.NotAllowed, $"Your account may not confirm the entries of {stateCode}.");
        }

        if (actor.Role != ActorRole.FocalPoint && (source is null or { Kind: SourceKind.PublicSource }))
        {
            return Decision.Refuse("Only the State can say that its entries are still right: name the note in which it does.");
        }

        if (source is not null && RequestCheck.Unsound(source, snapshot.Date) is { } unsound)
        {
            return unsound;
        }

        var view = snapshot.View(Audience.Secretariat);
        if (authorities.Keys.FirstOrDefault(id => view.Authority(id)?.Record.StateCode != stateCode) is { } missing)
        {
            return Decision.Refuse(RefusalReason.NotFound, $"{stateCode} has no authority {missing}.");
        }

        var entries = authorities.Keys.Select(id => view.Authority(id)!).ToList();
        return entries.Find(entry => authorities[entry.Record.Id] is { } revision && revision != entry.Revision) is { } changed
            ? Decision.Refuse(RefusalReason.Overtaken, $"{changed.Record.Id} was changed meanwhile: look at it again, and confirm what it is now.")
            : Decision.Accept(new()
            {
                Actor = new(actor.Role, actor.Id),
                Source = source ?? new(SourceKind.StateForm, AsOf: snapshot.Date, AsOfPrecision: DatePrecision.Day),
                Records = [.. entries.Select(each => Confirmed(each.Record, snapshot.Date, actor.Role))],
            });
    }

    private static Authority Confirmed(Authority authority, DateOnly today, ActorRole role) => authority with
    {
        ConfirmedOn = today,
        ConfirmedByRole = role,
        Designations = [.. authority.Designations.Select(each => each.ValidTo < today ? each : each with { ConfirmedOn = today, ConfirmedByRole = role })],
        ContactPoints = [.. authority.ContactPoints.Select(each => each with { ConfirmedOn = today, ConfirmedByRole = role })],
    };
}
