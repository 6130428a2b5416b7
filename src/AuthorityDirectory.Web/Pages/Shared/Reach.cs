using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

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

    /// <summary>Whether an authority's contact details may rest on another source than the designation they stand beside.</summary>
    public static bool HasContactsFromElsewhere(this DesignationEntry designation)
    {
        var (authority, source) = (designation.Authority, designation.Authority.Record.Source);
        var holdsAny = authority.ContactPoints.Count > 0 || authority.Record.Website is not null || authority.Record.Address.Lines.Count > 0;
        return holdsAny && (source.Url != designation.Record.Source.Url || (source.Note is not null && source.Note != designation.Record.Source.Note));
    }

    /// <summary>The lines of an address as on an envelope, without the State; empty when none is held.</summary>
    public static IReadOnlyList<string> WrittenLines(this Address address)
    {
        var town = string.Join(' ', new[] { address.PostalCode, address.City }.OfType<string>());
        return town.Length == 0 ? address.Lines : [.. address.Lines, town];
    }

    private static string Dialled(string number) => string.Concat(number.Where(letter => char.IsAsciiDigit(letter) || letter == '+'));
}
