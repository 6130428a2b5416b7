using AuthorityDirectory.Snapshot;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Authorities;

/// <summary>Everything that the directory holds of one authority.</summary>
public sealed class AuthorityModel(CurrentView current, DirectoryLinks links) : PageModel
{
    public AuthorityEntry Entry { get; private set; } = null!;

    /// <summary>The address that stays, as a reader would copy it.</summary>
    public string PermanentLink => UriHelper.BuildAbsolute(Request.Scheme, Request.Host, Request.PathBase, links.Authority(Entry.Record.Id));

    public IActionResult OnGet(string id)
    {
        if (current.View.Authority(id.ToUpperInvariant()) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        return entry.Record.Id == id ? Page() : RedirectPermanent(links.Authority(entry.Record.Id));
    }
}
