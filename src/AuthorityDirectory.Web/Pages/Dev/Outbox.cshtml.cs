using System.Text.RegularExpressions;
using AuthorityDirectory.Web.Hosting;
using AuthorityDirectory.Web.Mail;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

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

    /// <summary>A text whose links can be followed.</summary>
    public static IHtmlContent WithLinks(string text)
    {
        var content = new HtmlContentBuilder();
        foreach (var (number, part) in Link().Split(text).Index())
        {
            _ = number % 2 == 1 ? content.AppendHtml(LinkTo(part)) : content.Append(part);
        }

        return content;
    }

    private static TagBuilder LinkTo(string address)
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = address } };
        link.InnerHtml.Append(address);
        return link;
    }

    [GeneratedRegex(@"(https?://[^\s<>""]*[^\s<>"".,;:!?)])")]
    private static partial Regex Link();
}
