namespace AuthorityDirectory.Tool.Synthetic;

/// <summary>Codes in the form of ISO 3166-1 alpha-2 that stand for no country: those left to users by the standard (QM to QZ, XA to XZ) first, then others that are unassigned.</summary>
internal static class StateCodes
{
    private const string FirstLetters = "XQZWVYUOJ";

    /// <summary>Assigned, reserved, or in use for a territory without being assigned.</summary>
    private static readonly HashSet<string> Taken =
    [
        .. "XK QA ZA ZM ZR ZW ZZ WF WG WK WL WO WS WV VA VC VD VE VG VI VN VU YD YE YT YU YV UA UG UK UM UN US UY UZ OA OM JA JE JM JO JP JT".Split(' '),
    ];

    public static IReadOnlyList<string> All { get; } =
        [.. from first in FirstLetters from second in Enumerable.Range('A', 26) let code = $"{first}{(char)second}" where !Taken.Contains(code) select code];
}
