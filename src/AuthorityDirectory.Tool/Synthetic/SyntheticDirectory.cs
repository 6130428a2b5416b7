using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>The records of a directory of any size in which nothing is real and everything says so, for measuring and trying out.</summary>
public sealed class SyntheticDirectory
{
    private readonly Dice _dice;
    private readonly Source _source;
    private readonly SyntheticAuthorities _maker;

    /// <summary>Makes the records of the first load.</summary>
    public SyntheticDirectory(SyntheticSize size)
    {
        _dice = new((ulong)size.Seed);
        _source = new(SourceKind.PublicSource, $"Synthetic data, seed {size.Seed}", "https://example.org/synthetic", new(2026, 1, 1), DatePrecision.Day, "Made by directory generate for measuring. Nothing of it is real.");
        _maker = new(_dice, _source);
        States = new SyntheticStates(_dice, _source).Create(size.States);
        Authorities = [.. Enumerable.Range(0, size.Authorities).Select(index => _maker.Create(States[index % size.States], (index / size.States) + 1))];
        Memberships = [.. Authorities.Where((_, index) => index % 8 == 0).Select(Membership)];
    }

    /// <summary>The States.</summary>
    public IReadOnlyList<State> States { get; }

    /// <summary>The authorities, those of a State apart from each other by as many as there are States.</summary>
    public IReadOnlyList<Authority> Authorities { get; }

    /// <summary>Every eighth authority is in the GlobE Network.</summary>
    public IReadOnlyList<Membership> Memberships { get; }

    /// <summary>All records; what is referred to comes first.</summary>
    public IReadOnlyList<DirectoryRecord> Records =>
    [
        new Network { Code = "globe", Name = "GlobE Network (synthetic)", Description = "Stands in for a network of authorities.", Source = _source },
        Channel("diplomatic", "Diplomatic channel"),
        Channel("email", "E-mail"),
        Channel("interpol", "INTERPOL"),
        Channel("post", "Post"),
        .. States,
        .. Authorities,
        .. Memberships,
    ];

    /// <summary>The same authority after something that happens every day: it was confirmed, renamed, or has another telephone.</summary>
    internal Authority Change(Authority authority, DateOnly today) => _dice.Below(4) switch
    {
        0 => authority with { Name = Renamed(authority), FormerNames = [.. authority.FormerNames.Append(authority.Name).TakeLast(3)] },
        1 => authority with { ContactPoints = [.. authority.ContactPoints.Select(contact => contact.Kind == ContactKind.Phone ? contact with { Value = _maker.Phone() } : contact)] },
        _ => authority with { ConfirmedOn = today, ConfirmedByRole = ActorRole.FocalPoint },
    };

    /// <summary>One of the authorities, any as likely as another.</summary>
    internal int Pick() => _dice.Below(Authorities.Count);

    private string Renamed(Authority authority) =>
        string.Create(CultureInfo.InvariantCulture, $"{authority.Name.Split(" / ")[0]} / Unit {_dice.Below(1000)}");

    private Membership Membership(Authority authority, int index) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"globe-{index + 1:000}"),
        Network = "globe",
        Kind = _dice.Percent(90) ? MembershipKind.Member : MembershipKind.Observer,
        StateCode = authority.StateCode,
        AuthorityId = authority.Id,
        Name = authority.Name,
        AdmittedOn = _dice.Day(2021, 2025),
        SecureChannel = _dice.Pick(Codes.YesNo.All),
        Source = _source,
    };

    private Channel Channel(string code, string name) => new() { Code = code, Name = name, Description = "Stands in for a channel of communication.", Source = _source };
}
