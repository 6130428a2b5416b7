using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Finder;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Tests.Finder;

/// <summary>Questions and answers of the finder as a case file writes them.</summary>
public static class AnswerText
{
    /// <summary><c>XA XB mla urgent formal</c>: who asks whom for what; without the words it can wait, and is informal.</summary>
    public static CounterpartQuestion Question(string text)
    {
        var words = text.Split(' ');
        return new(words[0], words[1], Codes.Needs.Parse(words[2])!.Value, words.Contains("urgent"), words.Contains("formal"));
    }

    /// <summary>Kind and authority of each route, in the order of ranks.</summary>
    public static string Routes(CounterpartAnswer answer) => string.Join(", ", answer.Routes.Select(route => $"{Codes.RouteKinds.CodeOf(route.Kind)} {route.Authority?.Record.Id}".Trim()));

    /// <summary>Everything that a case may ask for: <c>1.tie=Both</c> of the first route, <c>interpol=InterpolRefused</c> of one that was dropped, <c>interpol?AskSecretariat</c> of what to do instead.</summary>
    public static IReadOnlySet<string> Facts(CounterpartAnswer answer) =>
        answer.Routes.SelectMany(Facts).Concat(answer.Dropped.SelectMany(Dropped)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Facts(CounterpartRoute route) =>
    [
        .. route.Reasons.Select((reason, i) => i == 0 ? $"{route.Rank}.first={reason}" : $"{route.Rank}.reason={reason}"),
        .. route.Grounds.Select(ground => $"{route.Rank}.tie={ground.Tie}"),
        .. route.Channels.Select(channel => $"{route.Rank}.channel={channel.Code}:{channel.Requesting}/{channel.Requested}"),
        .. route.Contacts.Take(1).Select(contact => $"{route.Rank}.contact={contact.Record.Id}"),
        .. route.NotKnown.Select(unknown => $"{route.Rank}.unknown={unknown}"),
        .. route.Senders.Select(sender => $"{route.Rank}.sender={sender.Record.Id}"),
        $"{route.Rank}.language={route.Language.Match}:{string.Join('+', route.Language.Languages)}",
        $"{route.Rank}.fresh={route.Freshness}",
        $"{route.Rank}.notices={route.Notices.Count}",
    ];

    private static IEnumerable<string> Dropped(CounterpartRoute route)
    {
        var kind = Codes.RouteKinds.CodeOf(route.Kind);
        return [$"{kind}={route.Reasons[0]}", .. route.Instead.Select(instead => $"{kind}?{instead}")];
    }
}
