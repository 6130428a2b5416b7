using AuthorityDirectory.OData.Http;
using AuthorityDirectory.OData.Syntax;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Web.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AuthorityDirectory.Web.Pages.Developers;

/// <summary>How programs read the directory: queries to try, spreadsheets, limits and how long the contract lasts.</summary>
public sealed class DevelopersModel(ODataService<DirectoryView> service, LimitOptions limits, Texts texts) : PageModel
{
    /// <summary>An address of the directory as the world knows it, for pasting elsewhere.</summary>
    public string Absolute(string path) => UriHelper.BuildAbsolute(Request.Scheme, Request.Host, Request.PathBase, path);

    /// <summary>Requests a minute for one caller; 0 means no limit.</summary>
    public int RequestsPerMinute => limits.RequestsPerMinute;

    /// <summary>The limits of a query, by the name that a refusal gives them, with their values.</summary>
    public IEnumerable<(string Name, string Value)> Limits =>
        typeof(ODataLimits).GetProperties().Select(limit => (limit.Name, Written(limit.Name, Convert.ToInt64(limit.GetValue(service.Options.Limits), texts.Language.Culture))));

    /// <summary>The response headers that announce an end, with the standard of each.</summary>
    public IReadOnlyList<(string Header, string Standard)> Announcements { get; } =
        [("Deprecation", "https://www.rfc-editor.org/rfc/rfc9745"), ("Sunset", "https://www.rfc-editor.org/rfc/rfc8594")];

    private string Written(string name, long value) =>
        name == nameof(ODataLimits.MaxResultBytes) ? texts["Developers.Megabytes", value / 1024 / 1024] : texts.Number(value);
}
