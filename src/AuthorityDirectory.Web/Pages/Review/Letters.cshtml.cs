using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.Csv;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Requests;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Review;

/// <summary>Makes the file for letters to the States that are late. A State that lacks something a letter needs keeps the file from being made, until it is mended or left out.</summary>
public sealed class LettersModel(CurrentSnapshot current, Texts texts) : PageModel
{
    private const int DaysToAnswer = 60;

    /// <summary>The States that are late.</summary>
    public IReadOnlyList<OverdueState> States { get; private set; } = [];

    /// <summary>The codes of those chosen.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];

    /// <summary>The day by which an answer is asked for, as it was typed.</summary>
    public string Deadline { get; private set; } = "";

    /// <summary>Why there is no file.</summary>
    public Problems Problems { get; } = new();

    public async Task<IActionResult> OnGetAsync(string[] state, string? deadline, CancellationToken cancellationToken)
    {
        var snapshot = current.Value;
        States = [.. OverdueState.All(snapshot, texts).Where(each => each.IsLate)];
        Deadline = deadline ?? $"{snapshot.Date.AddDays(DaysToAnswer):yyyy-MM-dd}";
        Chosen = deadline is null ? [.. States.Where(each => !each.Missing.Any()).Select(each => each.State.Record.Code)] : state;
        if (deadline is null)
        {
            return Page();
        }

        var written = States.Where(each => Chosen.Contains(each.State.Record.Code)).ToList();
        Check(written, snapshot.Date);
        return Problems.Any ? Problems.Page(this) : await FileAsync(written, snapshot.View(Audience.Secretariat), cancellationToken);
    }

    private void Check(List<OverdueState> written, DateOnly today)
    {
        if (DraftSource.DayOf(Deadline) is not { } day || day <= today)
        {
            Problems.Add(texts["Review.DeadlineFault"], "deadline");
        }

        if (written.Count == 0)
        {
            Problems.Add(texts["Review.NoneChosen"], "states");
        }

        foreach (var state in written.Where(each => each.Missing.Any()))
        {
            Problems.Add(texts["Review.CannotWrite", texts.Name(state.State.Record), string.Join(texts["Formats.Comma"], state.Missing.Select(key => texts[key]))], $"s-{state.State.Record.Code}");
        }
    }

    private async Task<FileContentResult> FileAsync(List<OverdueState> written, DirectoryView view, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await CsvTableWriter.WriteAsync(bytes, MergeFile.Of(written, DraftSource.DayOf(Deadline)!.Value, view, texts), cancellationToken);
        return File(bytes.ToArray(), "text/csv; charset=utf-8", $"letters-{view.Date:yyyy-MM-dd}.csv");
    }
}
