using System.Globalization;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.States;

/// <summary>The list of States, narrowed by name, function, regional group and standing under the Convention.</summary>
public sealed class StatesModel(CurrentView current, Texts texts) : PageModel
{
    public StateFilter Filter { get; private set; } = new();

    public IReadOnlyList<StateEntry> States { get; private set; } = [];

    public IActionResult OnGet(string? text, string? region, string? status, string? function)
    {
        Filter = new StateFilter(
            string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            Codes.RegionalGroups.Parse(region),
            Codes.ConventionStatuses.Parse(status),
            Codes.Functions.Parse(function));
        if (SearchText.IsTooLong(text)
            || IsUnknown(region, Filter.Region is null) || IsUnknown(status, Filter.Status is null) || IsUnknown(function, Filter.Function is null))
        {
            return BadRequest();
        }

        var order = StringComparer.Create(texts.Language.Culture, CompareOptions.IgnoreCase);
        States = [.. Filter.Of(current.View).OrderBy(entry => texts.Name(entry.Record), order)];
        return Page();
    }

    /// <summary>The functions for which a State has an authority here, under the Convention and otherwise: key of the heading and words, empty for none.</summary>
    public IEnumerable<(string Heading, string Functions)> Held(StateEntry entry)
    {
        var current = entry.Designations.Where(designation => designation.IsCurrent).Select(designation => designation.Record)
            .ToLookup(record => record.Instrument == Instrument.Uncac, record => record.Function);
        return [("States.UnderConvention", Words(current[true])), ("States.UnderOther", Words(current[false]))];
    }

    private string Words(IEnumerable<Function> functions) =>
        string.Join(texts["Formats.Comma"], functions.Distinct().Order().Select(function => texts.Label(Codes.Functions, function)));

    private static bool IsUnknown(string? code, bool unread) => !string.IsNullOrEmpty(code) && unread;
}
