using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;

namespace AuthorityDirectory.Web.Pages.Shared;

/// <summary>How ways to reach an authority are written on a page.</summary>
public static class Reach
{
    /// <summary>What a click opens: a mail or a call; null for what cannot be opened, or called from abroad.</summary>
    public static string? Href(this ContactPoint point) => point.Kind switch
    {
        ContactKind.Email => $"mailto:{point.Value}",
        ContactKind.Phone when point.DialableFrom == DialableFrom.Anywhere => $"tel:{Dialled(point.Value)}",
        _ => null,
    };

    /// <summary>The lines of an address as on an envelope, without the State; empty when none is held.</summary>
    public static IReadOnlyList<string> WrittenLines(this Address address)
    {
        var town = string.Join(' ', new[] { address.PostalCode, address.City }.OfType<string>());
        return town.Length == 0 ? address.Lines : [.. address.Lines, town];
    }

    private static string Dialled(string number) => string.Concat(number.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
}
