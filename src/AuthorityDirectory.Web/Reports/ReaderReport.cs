using System.Text.Json;
using System.Text.Json.Serialization;
using AuthorityDirectory.Updates;

namespace AuthorityDirectory.Web.Reports;

/// <summary>What a reader reported of a line, and what became of it. It is in the work store alone and goes away after a time.</summary>
public sealed record ReaderReport
{
    /// <summary>In so many working days a report is to be answered.</summary>
    public const int Target = 10;

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What the reader was given: the State's code, a dash and letters that nobody guesses.</summary>
    public required string Receipt { get; init; }

    /// <summary>The State whose line it is.</summary>
    public required string StateCode { get; init; }

    /// <summary>The authority whose line it is; null for the State's own lines.</summary>
    public string? AuthorityId { get; init; }

    /// <summary>The line.</summary>
    public required string LineId { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required Trouble Trouble { get; init; }

    /// <summary>In the reader's words; null when they gave none.</summary>
    public string? Text { get; init; }

    /// <summary>Where the answer is to go; null when the reader wants none by mail, or it has gone.</summary>
    public string? Email { get; init; }

    /// <summary>The language of the page on which it was reported.</summary>
    public required string Language { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>What it was answered; null while it is open.</summary>
    public string? Answer { get; init; }

    /// <summary>The account that answered; null while it is open.</summary>
    public string? AnsweredBy { get; init; }

    /// <summary>When, UTC; null while it is open.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Whether it waits for an answer.</summary>
    [JsonIgnore]
    public bool IsOpen => Answer is null;

    /// <summary>The day by which it is to be answered.</summary>
    [JsonIgnore]
    public DateOnly DueOn => WorkingDays.After(ReportedOn, Target);

    private DateOnly ReportedOn => DateOnly.FromDateTime(ReportedAt.UtcDateTime);

    /// <summary>For how many working days it has waited on a day.</summary>
    public int Age(DateOnly today) => WorkingDays.Between(ReportedOn, today);

    /// <summary>Whether it has waited for too long.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && Age(today) > Target;

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    internal static ReaderReport Read(ReadOnlyMemory<byte> content) => JsonSerializer.Deserialize<ReaderReport>(content.Span, Json)!;
}

/// <summary>What can be wrong with a line.</summary>
public enum Trouble
{
    /// <summary>Nobody answers there, or mail comes back.</summary>
    DoesNotWork,

    /// <summary>What it says is not right.</summary>
    IsWrong,

    /// <summary>Somebody else does this now, or from elsewhere.</summary>
    HasMoved,

    /// <summary>Something else, which the reader says.</summary>
    Other,
}
