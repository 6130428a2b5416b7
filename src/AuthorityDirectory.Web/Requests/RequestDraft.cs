using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Web.Requests;

/// <summary>A request while it is written: every text as it was typed, right or wrong.</summary>
public sealed record RequestDraft
{
    /// <summary>The id that the request will have.</summary>
    public required string Id { get; init; }

    /// <summary>The State whose entries it is about.</summary>
    public required string StateCode { get; init; }

    /// <summary>Lines with the fields that somebody typed something else into: what each was when the form was opened, and what was typed.</summary>
    public IReadOnlyList<LineChange> Changes { get; init; } = [];

    /// <summary>What it rests on and what the State says about it.</summary>
    public DraftSource Source { get; init; } = new();

    /// <summary>When it was last written, UTC.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>The account that wrote it last.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>The request as it would be submitted: texts tidied, fields left out that say what they said, lines that then say nothing.</summary>
    public ChangeRequest ToRequest(DateOnly today) => new()
    {
        Id = Id,
        StateCode = StateCode,
        Changes = [.. Changes.Select(Tidy).Where(change => change.Fields.Count > 0)],
        Source = Source.ToSource(today),
        Attachment = Source.Paper,
        Reason = WrittenForms.Tidy(Source.Reason) is { Length: > 0 } reason ? reason : null,
        EffectiveOn = DraftSource.DayOf(Source.EffectiveOn.Trim()),
        IsUrgent = Source.IsUrgent,
    };

    /// <summary>Whether another draft changes the same in the same words, on the same source.</summary>
    public bool SaysTheSame(RequestDraft other) => Source == other.Source && Flat(this).SequenceEqual(Flat(other));

    /// <summary>A request that is given back to be written on.</summary>
    public static RequestDraft Of(ChangeRequest request) => new()
    {
        Id = request.Id,
        StateCode = request.StateCode,
        Changes = request.Changes,
        Source = DraftSource.Of(request),
    };

    private static IEnumerable<(string Line, LineAct Act, FieldChange? Field)> Flat(RequestDraft draft) =>
        from change in draft.Changes
        from field in change.Fields.Cast<FieldChange?>().DefaultIfEmpty(null)
        orderby change.LineId, field?.Name
        select (change.LineId, change.Act, field);

    private static LineChange Tidy(LineChange change) => change with
    {
        Fields = [.. change.Fields.Select(field => field with { After = WrittenForms.Tidy(field.After) }).Where(field => field.Before != field.After)],
    };
}
