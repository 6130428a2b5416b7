using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.States;

/// <summary>A State's profile: by function, whom this directory knows, under what, and how to reach them.</summary>
public sealed class StateModel(CurrentView current, Texts texts, DirectoryLinks links) : PageModel
{
    private const string GlobeCode = "globe";

    public StateEntry State { get; private set; } = null!;

    public IReadOnlyList<FunctionProfile> Profiles => [.. Codes.Functions.All.Select(function => FunctionProfile.Of(function, State))];

    public IReadOnlyList<MembershipEntry> Globe => [.. State.Memberships.Where(entry => entry.IsCurrent && entry.Record.Network == GlobeCode)];

    /// <summary>Authorities that no function above and no membership of GlobE shows.</summary>
    public IReadOnlyList<AuthorityEntry> OtherBodies =>
        [.. State.Authorities.Where(entry => entry.Functions.Count == 0 && !Globe.Any(membership => membership.Authority == entry))];

    /// <summary>How a gap is said: a State that is no party cannot have notified an authority.</summary>
    public string Gap => State.Record.ConventionStatus == ConventionStatus.Party ? "Gap" : "GapNoParty";

    public IActionResult OnGet(string code)
    {
        if (current.View.State(code.ToUpperInvariant()) is not { } state)
        {
            return NotFound();
        }

        State = state;
        return state.Record.Code == code ? Page() : RedirectPermanent(links.State(state.Record.Code));
    }

    /// <summary>The standing under the Convention in one sentence.</summary>
    public string Standing() => State.Record switch
    {
        { ConventionStatus: ConventionStatus.Party, InForceOn: { } since } => texts["State.PartySince", texts.Day(since)],
        var record => texts[$"State.Is_{record.ConventionStatus}"],
    };

    /// <summary>How many authorities are held for a function, by what they rest on.</summary>
    public string Held(FunctionProfile profile)
    {
        var held = profile.Parts.Where(part => part.Designations.Count > 0)
            .Select(part => texts.Count($"State.Held{part.Key}", part.Designations.Count));
        return string.Join(texts["Formats.Separator"], held) is { Length: > 0 } words ? words : texts["State.HeldNone"];
    }

    public string HeldGlobe() => Globe.Count == 0 ? texts["State.HeldNone"] : texts.Count("State.Members", Globe.Count);

    public string Languages(IReadOnlyList<string> tags) => tags.Count == 0 ? texts["Designation.NotStated"] : texts.LanguageNames(tags);

    public string DayOr(DateOnly? day, string otherwise) => day is { } known ? texts.Day(known) : texts[otherwise];
}
