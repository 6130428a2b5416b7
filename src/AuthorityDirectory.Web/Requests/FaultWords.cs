using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Updates.Lines;
using AuthorityDirectory.Web.Pages;

namespace AuthorityDirectory.Web.Requests;

/// <summary>Says in a sentence what is wrong with a field and what to do.</summary>
public sealed class FaultWords(Texts texts, FieldWords fields)
{
    /// <summary>In English, for the API.</summary>
    public static FaultWords English { get; } = new(new(PageLanguage.Complete[0]), new(new(PageLanguage.Complete[0])));

    /// <summary>The sentence.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="kind">The kind of line it is about.</param>
    /// <param name="view">Where names come from.</param>
    public string Sentence(FieldFault fault, LineKind kind, DirectoryView view) => texts[$"Faults.{fault.Kind}", [.. Values(fault, kind, view)]];

    /// <summary>The values as a reader knows them.</summary>
    private IEnumerable<string> Values(FieldFault fault, LineKind kind, DirectoryView view) => fault.Kind switch
    {
        FaultKind.ChangedMeanwhile => fault.Values.Select(value => fields.Value(kind, fault.Field!, value, view) ?? texts["Difference.Nothing"]),
        FaultKind.NeedsOther => fault.Values.Select(field => fields.Label(kind, field)),
        FaultKind.NotOnList when LineFields.Find(kind, fault.Field!) is { } field => [fault.Values[0], string.Join(texts["Formats.Comma"], field.Options.Select(option => fields.Option(field, option)))],
        FaultKind.EndsBeforeItBegins => fault.Values.Select(fields.Day),
        _ => fault.Values,
    };
}
