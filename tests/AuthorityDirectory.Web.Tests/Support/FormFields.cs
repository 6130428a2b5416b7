using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>What a browser would send of a form.</summary>
public static class FormFields
{
    public static IEnumerable<KeyValuePair<string, string>> Of(IElement form) => form.QuerySelectorAll("[name]").SelectMany(Values);

    private static IEnumerable<KeyValuePair<string, string>> Values(IElement field)
    {
        var name = field.GetAttribute("name")!;
        return field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" } or IHtmlButtonElement => [],
            IHtmlInputElement input => [new(name, input.Value)],
            IHtmlTextAreaElement area => [new(name, area.Value)],
            IHtmlSelectElement select => select.SelectedOptions.Select(option => KeyValuePair.Create(name, option.Value)),
            _ => [],
        };
    }
}
