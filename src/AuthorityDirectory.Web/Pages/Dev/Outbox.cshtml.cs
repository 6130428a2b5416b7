using System.Text.RegularExpressions;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Dev;

/// <summary>The letters that went to the folder, for whoever runs the directory in Development on this machine; for everybody else there is no such page.</summary>
public sealed partial class OutboxModel(IHostEnvironment environment, IServiceProvider services) : PageModel
{
    /// <summary>How many letters are shown.</summary>
    public const int Most = 100;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<LaidLetter> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || !LoopbackOnly.IsLocal(HttpContext) || services.GetService<FolderMail>() is not { } folder)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Letters = await folder.ReadAsync(Most, cancellationToken);
        return Page();
    }

    /// <summary>A text in pieces: links to pages, and what stands between.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string text) => Link().Split(text).Select((part, number) => (part, number % 2 == 1));

    [GeneratedRegex(@"(https?://[^\s<>""]*[^\s<>"".,;:!?)])")]
    private static partial Regex Link();
}
