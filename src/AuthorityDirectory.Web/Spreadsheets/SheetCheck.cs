using AuthorityDirectory.Exchange.Lines;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>How far the check of a file has come.</summary>
public enum SheetStage
{
    /// <summary>Other files are before it.</summary>
    Waiting,

    /// <summary>The file is read.</summary>
    Reading,

    /// <summary>Its rows are compared with the directory.</summary>
    Comparing,

    /// <summary>It is done: there are changes, or faults, or neither.</summary>
    Done,

    /// <summary>It broke off, through no fault of the file.</summary>
    Broken,
}

/// <summary>The check of a file that somebody sent. It changes nothing; only its sender sees it.</summary>
public sealed record SheetCheck
{
    /// <summary>Its id, which the request made of it will have.</summary>
    public required string Id { get; init; }

    /// <summary>The State that the file may change; null for every State.</summary>
    public string? StateCode { get; init; }

    /// <summary>Who sent it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The file's name, as the browser gave it.</summary>
    public required string FileName { get; init; }

    /// <summary>How far it has come.</summary>
    public SheetStage Stage { get; init; }

    /// <summary>Rows read or compared so far.</summary>
    public int Rows { get; init; }

    /// <summary>Rows to compare; null while they are not counted.</summary>
    public int? Of { get; init; }

    /// <summary>When this was written, UTC.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>What is wrong with the file, the first of it.</summary>
    public IReadOnlyList<TableFault> Faults { get; init; } = [];

    /// <summary>How much is wrong with it.</summary>
    public int FaultCount { get; init; }

    /// <summary>How many lines would change, by State.</summary>
    public IReadOnlyDictionary<string, int> Changes { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether nothing more will happen.</summary>
    public bool IsOver => Stage is SheetStage.Done or SheetStage.Broken;

    /// <summary>Whether something can be submitted.</summary>
    public bool IsGood => Stage == SheetStage.Done && FaultCount == 0 && Changes.Count > 0;

    /// <summary>As it is when the comparison is over.</summary>
    public SheetCheck With(LineReading reading) => this with
    {
        Stage = SheetStage.Done,
        Rows = reading.Rows,
        Of = reading.Rows,
        Faults = reading.Faults,
        FaultCount = reading.FaultCount,
        Changes = reading.Changes.GroupBy(change => change.StateCode).ToDictionary(same => same.Key, same => same.Count()),
    };
}
