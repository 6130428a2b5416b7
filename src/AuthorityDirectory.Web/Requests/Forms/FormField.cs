using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Web.Requests.Forms;

/// <summary>A field on a form.</summary>
/// <param name="Kind">The kind of its line.</param>
/// <param name="LineId">Its line.</param>
/// <param name="IsNew">Whether the line is to be added.</param>
/// <param name="Field">What is asked for.</param>
/// <param name="Before">What it was when the form was opened.</param>
/// <param name="Text">What is typed into it, right or wrong.</param>
/// <param name="Faults">What is wrong with it.</param>
public sealed record FormField(LineKind Kind, string LineId, bool IsNew, LineField Field, string Before, string Text, IReadOnlyList<FieldFault> Faults)
{
    /// <summary>Its name in what the browser sends.</summary>
    public string Name => $"{LineId}.{Field.Name}";

    /// <summary>The name under which the browser sends <see cref="Before"/>.</summary>
    public string BeforeName => PostedForm.Before + Name;

    /// <summary>Its id on the page.</summary>
    public string Id => Anchor(LineId, Field.Name);

    /// <summary>Whether something else than before is typed into it.</summary>
    public bool IsChanged => WrittenForms.Tidy(Text) != Before;

    /// <summary>The id on the page of a field.</summary>
    public static string Anchor(string lineId, string field) => $"{lineId}-{field}";
}
