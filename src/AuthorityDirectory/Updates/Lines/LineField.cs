using AuthorityDirectory.Records;
using AuthorityDirectory.Snapshot;

namespace AuthorityDirectory.Updates.Lines;

/// <summary>A field of a line as people write it: text out of the line, text into it. Forms, spreadsheets, differences and the API all go by it.</summary>
public sealed class LineField
{
    private readonly Func<object, string> _read;
    private readonly Func<object, string, object> _write;
    private readonly Func<string, DirectoryView, (FaultKind, string[])?> _fault;

    internal LineField(string name, FieldForm form, Func<object, string> read, Func<object, string, object> write, Func<string, DirectoryView, (FaultKind, string[])?> fault)
    {
        (Name, Form) = (name, form);
        (_read, _write, _fault) = (read, write, fault);
    }

    /// <summary>Its name in the API.</summary>
    public string Name { get; }

    /// <summary>How it is written.</summary>
    public FieldForm Form { get; }

    /// <summary>Whether it must not be empty.</summary>
    public bool IsRequired { get; internal init; }

    /// <summary>Whether a new line must state it; a code without this is then "not stated" or what its list begins with.</summary>
    public bool MustBeGiven { get; internal init; }

    /// <summary>The most characters it may have.</summary>
    public int MaxLength { get; internal init; } = 300;

    /// <summary>The names on its closed list; empty when it has none. <see cref="LabelList"/> is the list's own name.</summary>
    public IReadOnlyList<string> Options { get; internal init; } = [];

    /// <summary>The list that <see cref="Options"/> are the members of, as label keys begin with it: <c>ContactKind</c>; null when it has none.</summary>
    public string? LabelList { get; internal init; }

    /// <summary>Whether more than one line may be written.</summary>
    public bool HasLines => Form is FieldForm.LongText or FieldForm.Texts or FieldForm.Translations or FieldForm.Links;

    /// <summary>The text of the field in a line; empty for nothing.</summary>
    /// <param name="line">A <see cref="State"/>, <see cref="Authority"/>, <see cref="Designation"/>, <see cref="ContactPoint"/> or <see cref="Notice"/>.</param>
    public string Read(object line) => _read(line);

    /// <summary>What is wrong with a text for this field; null when nothing is.</summary>
    /// <param name="lineId">The line, for the fault to name.</param>
    /// <param name="text">As <see cref="WrittenForms.Tidy"/> gives it.</param>
    /// <param name="view">What it may refer to.</param>
    public FieldFault? Fault(string lineId, string text, DirectoryView view) =>
        Wrong(text, view) is var (kind, values) ? new(lineId, Name, kind, values) : null;

    /// <summary>The line with the field as a text says, which has no <see cref="Fault"/>.</summary>
    internal object Write(object line, string text) => _write(line, text);

    private (FaultKind, string[])? Wrong(string text, DirectoryView view) =>
        text.Length == 0 ? (IsRequired ? (FaultKind.Required, []) : null)
        : text.Length > MaxLength ? (FaultKind.TooLong, [$"{MaxLength}"])
        : text.Any(letter => letter != '\n' && WrittenForms.IsForbidden(letter)) ? (FaultKind.ForbiddenCharacter, [$"U+{(int)text.First(letter => letter != '\n' && WrittenForms.IsForbidden(letter)):X4}"])
        : !WrittenForms.IsUnicode(text) ? (FaultKind.ForbiddenCharacter, [$"U+{(int)text.First(char.IsSurrogate):X4}"])
        : !HasLines && text.Contains('\n', StringComparison.Ordinal) ? (FaultKind.LineBreak, [])
        : _fault(text, view);
}
