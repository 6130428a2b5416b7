using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>A State with what it has not confirmed, and whether it can be written to.</summary>
/// <param name="State">The State.</param>
/// <param name="Overdue">Entries whose confirmation is overdue.</param>
/// <param name="Never">Entries that it never confirmed.</param>
/// <param name="Due">Entries whose confirmation is due.</param>
/// <param name="FocalPoints">Its focal points.</param>
public sealed record OverdueState(StateEntry State, IReadOnlyList<AuthorityEntry> Overdue, IReadOnlyList<AuthorityEntry> Never, int Due, IReadOnlyList<Account> FocalPoints)
{
    /// <summary>Those that a letter asks about.</summary>
    public IEnumerable<AuthorityEntry> ToWriteAbout => Overdue.Concat(Never);

    /// <summary>Whether there is something to write about.</summary>
    public bool IsLate => Overdue.Count + Never.Count > 0;

    /// <summary>What a letter needs and the directory does not hold, by the name of the text that says so; empty when nothing is missing.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            var mission = State.Record.Mission;
            (bool IsMissing, string Key)[] parts =
            [
                (string.IsNullOrWhiteSpace(State.Record.FormalName), "Review.MissingFormalName"),
                (mission.Addressee is null, "Review.MissingAddressee"),
                (mission.Address.Lines.Count == 0, "Review.MissingLines"),
                (mission.Address.City is null, "Review.MissingCity"),
                (mission.Address.CountryCode is null, "Review.MissingCountry"),
            ];
            return parts.Where(part => part.IsMissing).Select(part => part.Key);
        }
    }

    /// <summary>Every State, by name.</summary>
    public static IReadOnlyList<OverdueState> All(DirectorySnapshot snapshot, Texts texts)
    {
        var focalPoints = snapshot.Register.Accounts.Where(account => account.Role == ActorRole.FocalPoint && account.IsOpen()).ToLookup(account => account.StateCode);
        return
        [
            .. snapshot.View(Audience.Secretariat).States.OrderBy(state => texts.Name(state.Record), StringComparer.Create(texts.Language.Culture, ignoreCase: true))
                .Select(state => new OverdueState(state, With(state, Freshness.Overdue), With(state, Freshness.NeverConfirmed), With(state, Freshness.Due).Count, [.. focalPoints[state.Record.Code]])),
        ];
    }

    /// <summary>Entries that were closed or merged ask for no confirmation.</summary>
    private static List<AuthorityEntry> With(StateEntry state, Freshness freshness) =>
        [.. state.Authorities.Where(entry => entry.Freshness == freshness && entry.Record.Status is not (AuthorityStatus.Closed or AuthorityStatus.Merged))];
}
