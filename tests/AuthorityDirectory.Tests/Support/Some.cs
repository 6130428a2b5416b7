using System.Security.Cryptography;
using System.Text.Json;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Tests.Support;

/// <summary>Valid records. Names, addresses and numbers are reserved for examples; what is restricted says so in its value.</summary>
public static class Some
{
    public const string GovernmentContact = "government-only@example.org";

    public const string SecretariatContact = "+44 20 7946 0999";

    public static Source Source { get; } =
        new(SourceKind.PublicSource, "Example list", "https://example.org/list", new DateOnly(2025, 3, 1), DatePrecision.Month);

    public static State State(string code = "AT", string name = "Austria") => new()
    {
        Code = code,
        Kind = StateKind.State,
        ConventionStatus = ConventionStatus.Party,
        Name = new Names(name, name, name, name, name, name),
        FormalName = $"Republic of {name}",
        RegionalGroup = RegionalGroup.WesternEuropeanAndOther,
        ConsentOn = new DateOnly(2006, 1, 11),
        ConsentBy = ConsentForm.Ratification,
        InForceOn = new DateOnly(2006, 2, 10),
        TimeZone = "Europe/Vienna",
        Source = Source,
    };

    /// <summary>With one designation, and one contact point for each audience.</summary>
    public static Authority Authority(string id = "AT-001", string name = "Federal Ministry of Examples") => new()
    {
        Id = id,
        StateCode = id[..2],
        Name = name,
        Kind = AuthorityKind.Ministry,
        Designations = [Designation($"{id}-d1")],
        ContactPoints =
        [
            Contact($"{id}-c1", ContactKind.Email, "public@example.org", Audience.Public),
            Contact($"{id}-c2", ContactKind.Email, GovernmentContact, Audience.Government),
            Contact($"{id}-c3", ContactKind.Phone, SecretariatContact, Audience.Secretariat),
        ],
        Source = Source,
    };

    public static Designation Designation(string id = "AT-001-d1", Function function = Function.MutualLegalAssistance) =>
        new() { Id = id, Function = function, Instrument = Instrument.Uncac, Rank = Rank.Primary, Source = Source };

    public static ContactPoint Contact(string id, ContactKind kind, string value, Audience visibility) =>
        new() { Id = id, Kind = kind, Value = value, Visibility = visibility };

    public static Membership Membership(string id = "globe-001", string stateCode = "AT", string? authorityId = "AT-001") => new()
    {
        Id = id,
        Network = "globe",
        Kind = MembershipKind.Member,
        StateCode = stateCode,
        AuthorityId = authorityId,
        Name = "Federal Ministry of Examples",
        Source = Source,
    };

    public static byte[] Salt() => RandomNumberGenerator.GetBytes(16);

    public static byte[] Json(object value) => JsonSerializer.SerializeToUtf8Bytes(value);
}
