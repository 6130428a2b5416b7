using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>The words of one language in which lines stand in a spreadsheet.</summary>
/// <param name="Sheet">What the tab of a kind of line says.</param>
/// <param name="Field">What stands above a field, by kind and name.</param>
/// <param name="Option">The label of a member of a closed list, by the names of list and member (<c>ContactKind</c>, <c>Email</c>).</param>
/// <param name="Column">What stands above a column that is no field, by its key.</param>
/// <param name="Yes">The one choice of the column that removes a line.</param>
/// <param name="Fault">What is wrong and what to do, by the name of a <see cref="Updates.Lines.FaultKind"/> or <see cref="SheetFault"/> and its values.</param>
public sealed record SheetWords(
    Func<LineKind, string> Sheet,
    Func<LineKind, string, string> Field,
    Func<string, string, string> Option,
    Func<string, string> Column,
    string Yes,
    Func<string, IReadOnlyList<string>, (string Wrong, string Remedy)> Fault);
