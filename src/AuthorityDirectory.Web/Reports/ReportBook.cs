using System.Text.RegularExpressions;
using AuthorityDirectory.Storage.Work;

namespace AuthorityDirectory.Web.Reports;

/// <summary>The reports of readers in the work store.</summary>
public sealed partial class ReportBook(IWorkStore store, TimeProvider time)
{
    /// <summary>How long an open report is kept.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromDays(365);

    /// <summary>How long an answered one can be read.</summary>
    public static readonly TimeSpan Answered = TimeSpan.FromDays(90);

    private const string Area = "report/";

    /// <summary>Keeps a report; the same receipt again is the same report.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> AddAsync(ReaderReport report, CancellationToken cancellationToken) =>
        await store.PutAsync(Key(report.Receipt), report.Write(), WorkCondition.Absent, Open, cancellationToken) is not null;

    /// <summary>The report with a receipt; null when there is none.</summary>
    public async Task<ReaderReport?> FindAsync(string receipt, CancellationToken cancellationToken) =>
        IsReceipt(receipt) && await store.GetAsync(Key(receipt), cancellationToken) is { } item ? ReaderReport.Read(item.Content) : null;

    /// <summary>The reports of a State, or of all: the open ones first, the oldest of them before the others; then the answered, newest first.</summary>
    public async Task<IReadOnlyList<ReaderReport>> ListAsync(string? stateCode, CancellationToken cancellationToken)
    {
        var items = await store.ListAsync(stateCode is null ? Area : $"{Area}{stateCode.ToLowerInvariant()}/", cancellationToken);
        var reports = items.Select(item => ReaderReport.Read(item.Content)).ToLookup(report => report.IsOpen);
        return [.. reports[true].OrderBy(report => report.ReportedAt), .. reports[false].OrderByDescending(report => report.AnsweredAt)];
    }

    /// <summary>Answers a report. Where the answer is to go is forgotten with it.</summary>
    /// <returns>The report as it was; null when there is none, or somebody else answered it.</returns>
    public async Task<ReaderReport?> AnswerAsync(string receipt, string answer, string accountId, CancellationToken cancellationToken)
    {
        if (!IsReceipt(receipt) || await store.GetAsync(Key(receipt), cancellationToken) is not { } item || ReaderReport.Read(item.Content) is not { IsOpen: true } report)
        {
            return null;
        }

        var answered = report with { Answer = answer, AnsweredBy = accountId, AnsweredAt = time.GetUtcNow(), Email = null };
        return await store.PutAsync(item.Key, answered.Write(), WorkCondition.Unchanged(item.Tag), Answered, cancellationToken) is null ? null : report;
    }

    /// <summary>Whether a text can be a receipt.</summary>
    public static bool IsReceipt(string? text) => text is not null && Form().IsMatch(text);

    private static string Key(string receipt) => $"{Area}{receipt[..2].ToLowerInvariant()}/{receipt[3..].ToLowerInvariant()}";

    [GeneratedRegex("^[A-Z]{2}-[0-9A-F]{16}\\z")]
    private static partial Regex Form();
}
