using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Pages.Shared;

namespace AuthorityDirectory.Web.Pages.Find;

/// <summary>What a request needs before it goes out, for two States and the first route between them; what is missing is left to fill in.</summary>
public sealed class Checklist(CounterpartAnswer answer, DirectoryView view, Texts texts)
{
    private const int MostNames = 3;
    private static readonly string[] Electronic = ["email", "e-transmission", "globe-platform", "siena", "egmont-secure-web"];
    private readonly CounterpartRoute _route = answer.Routes[0];

    /// <summary>The lines, by the last word of the key of their label; a value that is null is a line to fill in.</summary>
    public IEnumerable<(string Key, string? Value)> Lines =>
    [
        ("To", To()),
        ("ReachedAt", Join(_route.Contacts.Take(MostNames).Select(contact => contact.Record.Value))),
        ("Sender", Join(_route.Senders.Take(MostNames).Select(sender => sender.Record.Name))),
        ("Basis", _route.Grounds.Count > 0 ? texts.TieOf(_route.Grounds[0]) : null),
        .. answer.Question.Need == Need.Extradition ? [("ExtraditionBasis", Stated(answer.Requested!.Record.ExtraditionBasis, ExtraditionBasis.NotStated, Codes.ExtraditionBases))] : Array.Empty<(string, string?)>(),
        ("WriteIn", _route.Language.Match is LanguageMatch.NotStated ? null : texts[$"Find.Language_{_route.Language.Match}", texts.LanguageNames(_route.Language.Languages)]),
        ("SharedChannels", Join(Channels(match => match.IsShared))),
        ("TheirChannels", Join(Channels(match => !match.IsShared && match.Requested == YesNoNotStated.Yes))),
        ("ElectronicTransmission", Join(Channels(match => match.Requested == YesNoNotStated.Yes && Electronic.Contains(match.Code)))),
        ("Interpol", Stated(Interpol, InterpolRoute.NotStated, Codes.InterpolRoutes)),
        ("Urgent", Join([.. _route.Contacts.Where(contact => contact.Record.Purpose == ContactPurpose.Urgent).Select(contact => contact.Record.Value), .. Designation?.UrgentProcedure is { } procedure ? [procedure] : Array.Empty<string>()])),
        ("Contents", Designation?.Requirements),
        ("Confirmed", _route.ConfirmedOn is { } day ? texts.Day(day) : null),
        ("Form", null),
        ("Confidentiality", null),
        ("Reference", null),
        ("Checked", null),
    ];

    private Records.Designation? Designation => _route.Grounds.Count > 0 ? _route.Grounds[0].Designation.Record : null;

    private InterpolRoute Interpol => Designation is { InterpolRoute: not InterpolRoute.NotStated } stated ? stated.InterpolRoute : answer.Requested!.Record.InterpolRoute;

    private string To() => string.Join(texts["Formats.Comma"],
        [_route.Authority?.Record.Name ?? _route.Membership?.Record.Name ?? texts.Label(Codes.RouteKinds, _route.Kind), .. _route.Authority?.Record.Address.WrittenLines() ?? [], texts.Name(answer.Requested!.Record)]);

    private IEnumerable<string> Channels(Func<ChannelMatch, bool> condition)
    {
        var codes = _route.Channels.Where(condition).Select(match => match.Code).ToList();
        return codes.Count == 0 ? [] : [view.NamesOfChannels(codes, texts)];
    }

    private string? Stated<T>(T value, T notStated, CodeList<T> codes) where T : struct, Enum => value.Equals(notStated) ? null : texts.Label(codes, value);

    private string? Join(IEnumerable<string> parts) => string.Join(texts["Formats.Separator"], parts) is { Length: > 0 } text ? text : null;
}
