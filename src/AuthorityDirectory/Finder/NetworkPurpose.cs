using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Finder;

/// <summary>For which needs a network of practitioners is of use. GlobE is a route of its own.</summary>
internal static class NetworkPurpose
{
    private static readonly (Need[] Needs, string[] Codes)[] Table =
    [
        ([Need.TracingOrFreezing, Need.ReturningAssets, Need.InformalContact],
            ["carin", "arin-ap", "arin-carib", "arin-ea", "arin-sa", "arin-wa", "arin-wca", "rrag", "aro", "gfpn", "egmont"]),
        ([Need.MutualLegalAssistance, Need.Extradition, Need.TracingOrFreezing, Need.ReturningAssets, Need.InformalContact],
            ["ejn", "eurojust", "iberred", "aiamp", "cplp", "wacap", "iap"]),
        ([Need.Prevention],
            ["ncpa"]),
        ([Need.InformalContact, Need.Prevention],
            ["iaaca", "epac-eacn", "acn-len", "aaaca", "eaaaca", "naciwa", "rinac", "sacc", "fige", "acinet", "asean-pac", "ccaicacb", "rai"]),
    ];

    /// <summary>Whether a network serves a need; one that is not in the table may serve any, because unknown is never no.</summary>
    public static bool Serves(string network, Need need) => Table.FirstOrDefault(row => row.Codes.Contains(network)).Needs?.Contains(need) ?? true;
}
