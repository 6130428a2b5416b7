using System.Globalization;

namespace AuthorityDirectory.OData.Http;

/// <summary>What the client prefers (Protocol 4.01, section 8.2.8), with or without the prefix <c>odata.</c>.</summary>
static class Preferences
{
    /// <summary>The value of <c>maxpagesize</c>; null when there is none that is a positive number.</summary>
    public static int? MaxPageSize(ODataRequest request)
    {
        foreach (var value in Values(request, "MAXPAGESIZE"))
        {
            if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
                return size;
        }
        return null;
    }

    /// <summary>Whether a write answers with the entity: <c>representation</c>, <c>minimal</c>, or null when the client has no preference (RFC 7240, section 4.2).</summary>
    public static string? Return(ODataRequest request) => Values(request, "RETURN").FirstOrDefault(value => value is "minimal" or "representation");

    /// <summary>Whether a batch goes on after an error; null when the client has no preference.</summary>
    public static bool? ContinuesOnError(ODataRequest request)
    {
        var value = Values(request, "CONTINUE-ON-ERROR").FirstOrDefault();
        return value is "" ? true : bool.TryParse(value, out var continues) ? continues : null;
    }

    /// <summary>The values of a preference; empty where none is given.</summary>
    static IEnumerable<string> Values(ODataRequest request, string name) =>
        from preference in request.Header("Prefer").ToString().Split(',', StringSplitOptions.TrimEntries)
        let parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries)
        where parts[0].ToUpperInvariant() is var given && (given == name || given == "ODATA." + name)
        select parts.Length > 1 ? parts[1].Trim('"') : "";
}
