using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Requests;

/// <summary>What people call a line: “Telephone: For requests – Federal Ministry of Justice”.</summary>
public sealed class LineWords(Texts texts, FieldWords fields)
{
    private const int MostOfNotice = 60;

    /// <summary>The name of the line that a change is about.</summary>
    public string Name(Difference difference, LineChange change) => change.Kind switch
    {
        LineKind.State => texts["Difference.LineState", difference.View.State(change.LineId) is { } state ? texts.InSentence(state.Record) : change.LineId],
        LineKind.Authority => Or(difference.Text(change, "Name")),
        LineKind.Designation => texts["Difference.LineDesignation", Value(difference, change, "Function"), Value(difference, change, "Instrument"), Or(difference.AuthorityOf(change) ?? "")],
        LineKind.ContactPoint => texts["Difference.LineContact", Value(difference, change, "Kind"), Value(difference, change, "Purpose"), Or(difference.AuthorityOf(change) ?? "")],
        _ => texts["Difference.LineNotice", Short(difference.Text(change, "Text"))],
    };

    /// <summary>The name of a line of the directory as it is.</summary>
    /// <param name="difference">Any difference of the same State and view.</param>
    /// <param name="line">The line.</param>
    public string Name(Difference difference, Line line) => Name(difference, new LineChange(line.Kind, line.RecordId, line.Id, LineAct.Change));

    /// <summary>The label of a member of a list; of a new line that leaves it out, that of what its list begins with or leaves open.</summary>
    private string Value(Difference difference, LineChange change, string field)
    {
        var known = LineFields.Find(change.Kind, field)!;
        var text = difference.Text(change, field);
        return fields.Option(known, text.Length > 0 ? text : known.Options.FirstOrDefault(option => option == "NotStated") ?? known.Options[0]);
    }

    private string Or(string name) => name.Length > 0 ? name : texts["Difference.LineUnnamed"];

    private string Short(string text) => Or(text.Length > MostOfNotice ? text[..MostOfNotice] + '…' : text);
}
