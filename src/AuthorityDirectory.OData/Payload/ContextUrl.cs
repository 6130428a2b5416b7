using AuthorityDirectory.OData.Execution;

namespace AuthorityDirectory.OData.Payload;

/// <summary>Context URLs: what a payload describes (Protocol 4.01, section 10).</summary>
static class ContextUrl
{
    /// <summary>The brackets behind the name of a set: what is selected and expanded; empty when that is everything and nothing.</summary>
    /// <param name="names">The selected items; null when nothing is selected explicitly.</param>
    /// <param name="expansions">What is expanded.</param>
    /// <param name="style">4.0 names an expanded property only when something within it is selected; 4.01 always.</param>
    public static string SelectList(IReadOnlyList<string>? names, IReadOnlyList<Expansion> expansions, PayloadStyle style)
    {
        var nested = expansions
            .Where(expansion => expansion.Form == ExpansionForm.Entities && (style.IsVersion401 || expansion.Query.Entity.SelectList.Length > 0))
            .Select(expansion => expansion.Property.Name + (expansion.Query.Entity.SelectList is { Length: > 0 } within ? within : "()"));
        var items = (names ?? []).Concat(nested).ToList();
        return items.Count == 0 ? "" : $"({string.Join(',', items)})";
    }
}
