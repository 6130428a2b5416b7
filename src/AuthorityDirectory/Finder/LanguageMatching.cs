using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Finder;

/// <summary>Finds the language to write in: what they accept, and of that what the own side works in.</summary>
/// <remarks>Languages are compared without script and region: who reads <c>pt-BR</c> reads <c>pt</c>.</remarks>
internal sealed class LanguageMatching(Pair pair, Candidate candidate)
{
    /// <summary>The advice, by the languages of the senders, or else of their State.</summary>
    public LanguageAdvice With(IReadOnlyList<AuthorityEntry> senders)
    {
        var (theirs, own) = (Theirs(), Own(senders));
        List<string> common = [.. theirs.Where(language => own.Contains(Primary(language)))];
        return theirs.Count == 0 ? new(LanguageMatch.NotStated, Working is { Count: > 0 } working ? working : pair.Requested.Record.OfficialLanguages)
            : own.Count == 0 ? new(LanguageMatch.OwnNotHeld, theirs)
            : common.Count == 0 ? new(LanguageMatch.TranslationNeeded, theirs)
            : new(LanguageMatch.Common, common);
    }

    /// <summary>What they state, the nearest statement first: the designation, then the State; for a word before a request also what the authority works in.</summary>
    private IReadOnlyList<string> Theirs()
    {
        IReadOnlyList<string>[] accepted = [[.. candidate.Grounds.SelectMany(ground => ground.Designation.Record.AcceptedLanguages).Distinct()], pair.Requested.Record.AcceptedLanguages];
        return (pair.IsFormal ? accepted : accepted.Prepend(Working)).FirstOrDefault(languages => languages.Count > 0) ?? [];
    }

    private IReadOnlyList<string> Working => candidate.Authority?.Record.WorkingLanguages ?? [];

    private HashSet<string> Own(IReadOnlyList<AuthorityEntry> senders) =>
        [.. senders.SelectMany(sender => sender.Record.WorkingLanguages).Concat(pair.Requesting.Record.OfficialLanguages).Select(Primary)];

    private static string Primary(string language) => language.Split('-')[0];
}
