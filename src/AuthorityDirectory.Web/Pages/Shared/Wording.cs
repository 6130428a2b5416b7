using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Web.Pages.Shared;

/// <summary>Facts put into words that more than one page shows.</summary>
public static class Wording
{
    /// <summary>What a designation rests on: the instrument with its article, or the treaty or law by its own name.</summary>
    public static string InstrumentOf(this Texts texts, Designation designation)
    {
        var label = texts.Label(Codes.Instruments, designation.Instrument);
        return designation.InstrumentNote is not { } note ? label : texts["Designation.InstrumentWithNote", label, note];
    }

    /// <summary>Channels by name; a code the directory does not hold stays as it is.</summary>
    public static string NamesOfChannels(this DirectoryView view, IEnumerable<string> codes, Texts texts) =>
        string.Join(texts["Formats.Separator"], codes.Select(code => view.Channels.FirstOrDefault(channel => channel.Code == code)?.Name ?? code));

    /// <summary>The functions of an authority, one after the other; null when it has none.</summary>
    public static string? FunctionsOf(this Texts texts, AuthorityEntry authority) =>
        authority.Functions.Count == 0 ? null
        : string.Join(texts["Formats.Comma"], authority.Functions.Select(function => texts.Label(Codes.Functions, function)));
}
