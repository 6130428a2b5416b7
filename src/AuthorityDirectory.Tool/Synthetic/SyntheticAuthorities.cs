using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>Authorities that do not exist: addresses on example.org, numbers that are kept free for fiction.</summary>
internal sealed class SyntheticAuthorities(Dice dice, Source source)
{
    private static readonly AuthorityKind[] Kinds =
        [.. Codes.AuthorityKinds.All.Where(kind => kind is not AuthorityKind.Other and not AuthorityKind.NotStated)];

    private static readonly string[] Channels = ["diplomatic", "email", "interpol", "post"];

    /// <summary>The next authority of a State.</summary>
    /// <param name="state">The State.</param>
    /// <param name="number">Which of its authorities, from 1.</param>
    public Authority Create(State state, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{state.Code}-{number:000}");
        var kind = Kinds[(number - 1) % Kinds.Length];
        var district = (number - 1) / Kinds.Length;
        var language = Codes.UnLanguages.Parse(state.OfficialLanguages[0])!.Value;
        DateOnly? confirmed = dice.Percent(60) ? dice.Day(2024, 2025) : null;
        return new()
        {
            Id = id,
            StateCode = state.Code,
            Name = Name(kind, UnLanguage.En, state, district),
            NativeName = language == UnLanguage.En ? null : Name(kind, language, state, district),
            NativeNameLanguage = language == UnLanguage.En ? null : state.OfficialLanguages[0],
            Acronym = dice.Percent(30) ? $"{state.Code}{kind.ToString()[0]}{district}" : null,
            Kind = kind,
            Address = new() { Lines = [$"{dice.Below(200) + 1} Example Street"], City = "Exampleton", PostalCode = dice.Below(10_000).ToString("0000", CultureInfo.InvariantCulture), CountryCode = state.Code },
            Website = $"https://example.org/{id.ToLowerInvariant()}",
            WorkingLanguages = dice.Some([.. Codes.UnLanguages.Codes]),
            Channels = dice.Some(Channels),
            OfficeHours = dice.Percent(20) ? "Monday to Friday, 09:00 to 17:00" : null,
            Status = dice.Percent(50) ? AuthorityStatus.Active : AuthorityStatus.NotStated,
            ConfirmedOn = confirmed,
            ConfirmedByRole = confirmed is null ? null : ActorRole.FocalPoint,
            Designations = [.. Codes.Functions.All.Where(_ => dice.Percent(30)).Select((function, index) => Designation($"{id}-d{index + 1}", function, confirmed))],
            ContactPoints = [.. Contacts(id)],
            Source = source,
        };
    }

    /// <summary>A telephone number that nobody has: the range 020 7946 0000 to 0999 is kept for drama.</summary>
    public string Phone() => string.Create(CultureInfo.InvariantCulture, $"+44 20 7946 0{dice.Below(1000):000}");

    private static string Name(AuthorityKind kind, UnLanguage language, State state, int district) =>
        $"{SyntheticNames.Title(kind, language)}{(district == 0 ? "" : $" {district}")}, {state.Name.In(language)}";

    private Designation Designation(string id, Function function, DateOnly? confirmed) => new()
    {
        Id = id,
        Function = function,
        Instrument = dice.Percent(70) ? Instrument.Uncac : dice.Pick(Codes.Instruments.All),
        Rank = dice.Pick(Codes.Ranks.All),
        ValidFrom = dice.Percent(40) ? dice.Day(2006, 2024) : null,
        ValidTo = dice.Percent(5) ? dice.Day(2025, 2028) : null,
        AcceptedLanguages = dice.Some([.. Codes.UnLanguages.Codes]),
        Channels = dice.Some(Channels),
        InterpolRoute = dice.Pick(Codes.InterpolRoutes.All),
        UrgentProcedure = dice.Percent(20) ? "In urgent cases by e-mail in advance; the original follows." : null,
        Requirements = dice.Percent(20) ? "One original and one translation." : null,
        ConfirmedOn = confirmed,
        ConfirmedByRole = confirmed is null ? null : ActorRole.FocalPoint,
        Source = source,
    };

    private IEnumerable<ContactPoint> Contacts(string id)
    {
        var name = id.ToLowerInvariant();
        yield return new() { Id = $"{id}-c1", Kind = ContactKind.Email, Value = $"{name}@example.org" };
        yield return new() { Id = $"{id}-c2", Kind = ContactKind.Phone, Value = Phone(), Purpose = ContactPurpose.Requests, Languages = dice.Some([.. Codes.UnLanguages.Codes]) };
        if (dice.Percent(40))
        {
            yield return new() { Id = $"{id}-c3", Kind = ContactKind.Email, Value = $"urgent.{name}@example.org", Purpose = ContactPurpose.Urgent, Role = "Duty officer", Visibility = Audience.Government };
        }

        if (dice.Percent(20))
        {
            yield return new() { Id = $"{id}-c4", Kind = ContactKind.Phone, Value = Phone(), Role = "Focal point", Visibility = Audience.Secretariat };
        }
    }
}
