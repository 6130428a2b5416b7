using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Search;

/// <summary>States and authorities by name, best match first.</summary>
public sealed class SearchModel(CurrentView current) : PageModel
{
    private const int Most = 50;

    /// <summary>What is looked for; null when nothing was typed.</summary>
    public string? Text { get; private set; }

    public bool TooLong { get; private set; }

    /// <summary>Whether there are more than the hits that are shown.</summary>
    public bool More { get; private set; }

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public void OnGet(string? q)
    {
        TooLong = SearchText.IsTooLong(q);
        if (TooLong)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (!string.IsNullOrWhiteSpace(q))
        {
            Find(q.Trim());
        }
    }

    private void Find(string text)
    {
        var found = current.View.Search(text, Most + 1);
        Text = text;
        More = found.Count > Most;
        Hits = [.. found.Take(Most)];
    }
}
