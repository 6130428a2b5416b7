using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Web.Requests;

/// <summary>What a request rests on and what is said about it, as it was typed.</summary>
public sealed record DraftSource
{
    /// <summary>The most characters of a reference.</summary>
    public const int MostOfReference = 300;

    /// <summary>The most characters of the reason.</summary>
    public const int MostOfReason = 2000;

    /// <summary>The kind of paper, by its name.</summary>
    public string Kind { get; init; } = nameof(SourceKind.StateForm);

    /// <summary>Its reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Its day.</summary>
    public string AsOf { get; init; } = "";

    /// <summary>The paper itself; null when none was given.</summary>
    public Attachment? Paper { get; init; }

    /// <summary>What the State says to the Secretariat.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The day from which it is to hold.</summary>
    public string EffectiveOn { get; init; } = "";

    /// <summary>Whether an entry misleads until it is accepted.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>The fields whose texts cannot be taken, each with what is wrong; those that the rules of requests ask for are theirs to miss.</summary>
    public IEnumerable<FieldFault> Faults() =>
    [
        .. Codes.SourceKinds.Parse(Kind) is null ? [new FieldFault("", nameof(Kind), FaultKind.Required)] : Array.Empty<FieldFault>(),
        .. Text(nameof(Reference), Reference, MostOfReference, hasLines: false),
        .. Text(nameof(Reason), Reason, MostOfReason, hasLines: true),
        .. Day(nameof(AsOf), AsOf),
        .. Day(nameof(EffectiveOn), EffectiveOn),
    ];

    /// <summary>As the ledger holds it; what the State fills in here is of today unless it says otherwise.</summary>
    public Source? ToSource(DateOnly today)
    {
        var (kind, reference) = (Codes.SourceKinds.Parse(Kind), WrittenForms.Tidy(Reference));
        var day = DayOf(AsOf.Trim()) ?? (kind == SourceKind.StateForm ? today : null);
        return kind is null ? null : new(kind.Value, reference.Length > 0 ? reference : null, AsOf: day, AsOfPrecision: day is null ? null : DatePrecision.Day);
    }

    /// <summary>As a request has it.</summary>
    public static DraftSource Of(ChangeRequest request) => new()
    {
        Kind = (request.Source?.Kind ?? SourceKind.StateForm).ToString(),
        Reference = request.Source?.Reference ?? "",
        AsOf = Written(request.Source?.AsOf),
        Paper = request.Attachment,
        Reason = request.Reason ?? "",
        EffectiveOn = Written(request.EffectiveOn),
        IsUrgent = request.IsUrgent,
    };

    /// <summary>The day that a text says; null when it says none.</summary>
    public static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= WrittenForms.Earliest ? day : null;

    private static IEnumerable<FieldFault> Day(string field, string text) =>
        text.Trim().Length > 0 && DayOf(text.Trim()) is null ? [new("", field, FaultKind.NotADay, text.Trim())] : [];

    private static IEnumerable<FieldFault> Text(string field, string text, int most, bool hasLines)
    {
        var tidy = WrittenForms.Tidy(text);
        return tidy.Length > most ? [new("", field, FaultKind.TooLong, $"{most}")]
            : !hasLines && tidy.Contains('\n', StringComparison.Ordinal) ? [new("", field, FaultKind.LineBreak)]
            : tidy.FirstOrDefault(letter => letter != '\n' && (WrittenForms.IsForbidden(letter))) is var bad and not '\0' ? [new("", field, FaultKind.ForbiddenCharacter, $"U+{(int)bad:X4}")]
            : !WrittenForms.IsUnicode(tidy) ? [new("", field, FaultKind.ForbiddenCharacter, "U+FFFD")]
            : [];
    }

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
