using System.Text.RegularExpressions;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>The forms of identifiers and codes.</summary>
internal static partial class Forms
{
    public static readonly CellReader<string> StateCode = Cells.Matching(StateCodeForm(), "Write the two capital letters of ISO 3166-1, or EU.");

    public static readonly CellReader<string?> OptionalStateCode = Cells.OptionalMatching(StateCodeForm(), "Write the two capital letters of ISO 3166-1, or EU; leave it empty for an organization.");

    public static readonly CellReader<string?> OptionalAlpha3 = Cells.OptionalMatching(Alpha3Form(), "Write the three capital letters of ISO 3166-1.");

    public static readonly CellReader<string?> OptionalM49 = Cells.OptionalMatching(M49Form(), "Write the three digits of the M49 standard, with leading zeros.");

    public static readonly CellReader<string> AuthorityId = Cells.Matching(AuthorityIdForm(), "Write State code, dash, at least three digits: AT-001.");

    public static readonly CellReader<string?> OptionalAuthorityId = Cells.OptionalMatching(AuthorityIdForm(), "Write State code, dash, at least three digits: AT-001; leave it empty for an organization.");

    public static readonly CellReader<string> DesignationId = Cells.Matching(DesignationIdForm(), "Write authority, dash, d and a number: AT-001-d1.");

    public static readonly CellReader<string> MembershipId = Cells.Matching(MembershipIdForm(), "Write network, dash, at least three digits: globe-001.");

    public static readonly CellReader<string> ShortCode = Cells.Matching(ShortCodeForm(), "Write small letters, digits and single dashes: arin-ap.");

    public static readonly CellReader<string> TimeZone = Cells.Matching(TimeZoneForm(), "Write the name of the tz database: Europe/Vienna.");

    [GeneratedRegex(@"\A[A-Z]{2}\z")]
    private static partial Regex StateCodeForm();

    [GeneratedRegex(@"\A[A-Z]{3}\z")]
    private static partial Regex Alpha3Form();

    [GeneratedRegex(@"\A[0-9]{3}\z")]
    private static partial Regex M49Form();

    [GeneratedRegex(@"\A[A-Z]{2}-[0-9]{3,}\z")]
    private static partial Regex AuthorityIdForm();

    [GeneratedRegex(@"\A[A-Z]{2}-[0-9]{3,}-d[1-9][0-9]*\z")]
    private static partial Regex DesignationIdForm();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*-[0-9]{3,}\z")]
    private static partial Regex MembershipIdForm();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex ShortCodeForm();

    [GeneratedRegex(@"\A[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+\z")]
    private static partial Regex TimeZoneForm();
}
