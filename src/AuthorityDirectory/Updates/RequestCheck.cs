using System.Text.RegularExpressions;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Updates;

/// <summary>Checks what a request says beside its lines: its id, source, attachment and words.</summary>
public static partial class RequestCheck
{
    /// <summary>How many lines one request changes at most.</summary>
    public const int MostChanges = 2000;

    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Why a request cannot be submitted on a day; null when it can, as far as this goes.</summary>
    public static Decision? Incomplete(ChangeRequest request, DateOnly today) =>
        !IdForm().IsMatch(request.Id) ? Decision.Refuse("The id of a request is 8 to 64 small letters, digits and dashes: give it another.")
        : request.Changes.Count == 0 ? Decision.Refuse("The request changes nothing: change a line first.")
        : request.Changes.Count > MostChanges ? Decision.Refuse($"The request changes {request.Changes.Count} lines: divide it into several of at most {MostChanges}.")
        : request.Source is null ? Decision.Refuse("Say what the change rests on: the note verbale with its reference and date, or the form.")
        : Unsound(request.Source, today) ?? Unsound(request.Attachment) ?? Unfit("reason", request.Reason, 2000, hasLines: true);

    /// <summary>Why a source cannot be taken as it is; null when it can.</summary>
    public static Decision? Unsound(Source source, DateOnly today) =>
        source is { Kind: SourceKind.NoteVerbale, AsOf: null } || (source.Kind == SourceKind.NoteVerbale && string.IsNullOrWhiteSpace(source.Reference)) ? Decision.Refuse("A note verbale has a reference and a date: give both.")
        : source.AsOf > today ? Decision.Refuse("The source is dated in the future: correct the date.")
        : source.AsOf < WrittenForms.Earliest || source.AsOf is null != source.AsOfPrecision is null ? Decision.Refuse("The date of the source is a day since 24 October 1945, and whether day, month or year are known: correct it.")
        : source.Url is { } url && (url.Length > 500 || !WrittenForms.IsWebAddress(url)) ? Decision.Refuse("The source's address is that of a page, such as https://example.org/list: correct it.")
        : Unfit("source's reference", source.Reference, 300) ?? Unfit("source's note", source.Note, 1000, hasLines: true);

    /// <summary>Why words cannot be taken as they are; null when they can.</summary>
    /// <param name="what">What they are, for the sentence.</param>
    /// <param name="text">The words; null for none.</param>
    /// <param name="most">The most characters.</param>
    /// <param name="hasLines">Whether they may have line breaks.</param>
    public static Decision? Unfit(string what, string? text, int most, bool hasLines = false) =>
        text is null ? null
        : text.Length > most ? Decision.Refuse($"The {what} has more than {most} characters: make it shorter.")
        : !WrittenForms.IsUnicode(text) || text.Any(letter => WrittenForms.IsForbidden(letter) && !(hasLines && (letter is '\n' or '\r'))) ? Decision.Refuse($"The {what} holds a character that no text may hold, such as a control character: take it out.")
        : null;

    private static Decision? Unsound(Attachment? file) =>
        file is null || (HashForm().IsMatch(file.Hash) && file.Bytes is > 0 and <= MostBytes && IsFileName(file.Name)) ? null
        : Decision.Refuse("The attachment is a file of at most 10 MB with a name without path, and its hash: attach it again.");

    private static bool IsFileName(string name) =>
        name.Length is > 0 and <= 200 && name.Trim('.', ' ').Length > 0 && WrittenForms.IsUnicode(name) && !name.Any(letter => letter is '/' or '\\' || WrittenForms.IsForbidden(letter));

    [GeneratedRegex(@"\A[a-z0-9-]{8,64}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex HashForm();
}
