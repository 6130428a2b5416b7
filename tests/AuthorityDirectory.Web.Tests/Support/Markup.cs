using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>Pages as a reader's program sees them.</summary>
public static class Markup
{
    /// <summary>A page that must be there.</summary>
    public static async Task<IDocument> PageAsync(this DirectoryHost host, string path)
    {
        using var response = await host.Client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}");
        return await response.DocumentAsync();
    }

    public static async Task<IDocument> DocumentAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>The text of the only element that a selector finds, with white space as it is shown.</summary>
    public static string Text(this IParentNode node, string selector) => Assert.Single(node.QuerySelectorAll(selector)).Shown();

    public static string Shown(this IElement element) =>
        string.Join(' ', element.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
