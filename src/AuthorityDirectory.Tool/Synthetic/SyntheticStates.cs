using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>States that do not exist.</summary>
internal sealed class SyntheticStates(Dice dice, Source source)
{
    private static readonly string[] TimeZones = ["Africa/Nairobi", "America/Lima", "Asia/Tokyo", "Europe/Vienna", "Pacific/Auckland"];

    /// <summary>The first day of the Convention (article 68, paragraph 1).</summary>
    private static readonly DateOnly Beginning = new(2005, 12, 14);

    public IReadOnlyList<State> Create(int count) =>
        [.. SyntheticNames.Draw(dice, count).Zip(StateCodes.All, Create)];

    private State Create(Names name, string code)
    {
        var status = dice.Below(100) switch { < 2 => ConventionStatus.NonParty, < 5 => ConventionStatus.Signatory, _ => ConventionStatus.Party };
        DateOnly? consent = status == ConventionStatus.Party ? dice.Day(2004, 2022) : null;
        return new()
        {
            Code = code,
            Kind = StateKind.State,
            ConventionStatus = status,
            Name = name,
            FormalName = $"Republic of {name.En}",
            RegionalGroup = dice.Pick(Codes.RegionalGroups.All),
            SignedOn = status != ConventionStatus.NonParty ? new DateOnly(2003, 12, 10) : null,
            ConsentOn = consent,
            ConsentBy = consent is null ? null : dice.Pick(Codes.ConsentForms.All),
            InForceOn = consent?.AddDays(30) is { } day ? day < Beginning ? Beginning : day : null,
            OfficialLanguages = [Codes.UnLanguages.CodeOf(dice.Pick(Codes.UnLanguages.All))],
            AcceptedLanguages = dice.Some([.. Codes.UnLanguages.Codes]),
            ExtraditionBasis = dice.Pick(Codes.ExtraditionBases.All),
            InterpolRoute = dice.Pick(Codes.InterpolRoutes.All),
            TimeZone = dice.Pick(TimeZones),
            Source = source,
        };
    }
}
