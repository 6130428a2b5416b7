using System.Globalization;

namespace AuthorityDirectory.OData.Http;

/// <summary>What the client prefers (Protocol 4.01, section 8.2.8), with or without the prefix <c>odata.</c>.</summary>
static class Preferences
{
    /// <summary>The value of <c>maxpagesize</c>; null when there is none that is a positive number.</summary>
    public static int? MaxPageSize(ODataRequest request)
    {
        foreach (var preference in request.Header("Prefer").ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (preference.Split('=', StringSplitOptions.TrimEntries) is [var name, var value]
                && name.ToUpperInvariant() is "MAXPAGESIZE" or "ODATA.MAXPAGESIZE"
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
                return size;
        }
        return null;
    }
}
