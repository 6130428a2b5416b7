using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Records;
using AuthorityDirectory.Updates.Lines;

namespace AuthorityDirectory.Exchange.Lines;

/// <summary>Tells what the cells of a row would change of its line.</summary>
internal sealed class LineTexts(SheetWords words, LineLabels labels, LineFaults faults)
{
    /// <summary>Null when nothing, or when something is wrong, which is a fault.</summary>
    public LineChange? Change(LineRow row, LineTarget target) => Removes(row) switch
    {
        null => null,
        true => Removal(row, target.Line),
        false => Read(row) is not { } texts ? null
            : target.Line is { } line ? Change(row, line, texts)
            : Line.Addition(row.Kind, target.RecordId, target.LineId, texts),
    };

    private LineChange? Removal(LineRow row, Line? line)
    {
        if (line is null)
        {
            faults.Add(row.At(LineColumns.Remove), SheetFault.RemovedNew);
            return null;
        }

        return line.Removal() is var removal && IsCurrent(row, line, removal.Fields.Select(field => field.Name)) ? removal : null;
    }

    private LineChange? Change(LineRow row, Line line, Dictionary<string, string> texts)
    {
        var edits = texts.Where(text => text.Value != WrittenForms.Tidy(LineFields.Find(line.Kind, text.Key)!.Read(line.Part))).ToList();
        return edits.Count > 0 && row.Text(LineColumns.Version) != LineVersion.Of(line, field => texts.GetValueOrDefault(field.Name, field.Read(line.Part)))
            && IsCurrent(row, line, edits.Select(edit => edit.Key)) ? line.Change(edits) : null;
    }

    /// <summary>Whether the line still is what the row was made from; a fault when not.</summary>
    private bool IsCurrent(LineRow row, Line line, IEnumerable<string> fields)
    {
        var version = row.Text(LineColumns.Version);
        if (version.Length == 0)
        {
            faults.Add(row.At(LineColumns.Version), SheetFault.NoVersion);
        }
        else if (version != LineVersion.Of(line))
        {
            faults.Add(row.At(LineColumns.Version), SheetFault.ChangedSince, Now(line, fields));
        }

        return version == LineVersion.Of(line);
    }

    /// <summary>What fields are, as the sheet would have them.</summary>
    private string Now(Line line, IEnumerable<string> names) => string.Join("; ", names.Select(name => LineFields.Find(line.Kind, name)!).Select(field =>
        $"{words.Field(line.Kind, field.Name)}: {(field.LabelList is { } list ? words.Option(list, field.Read(line.Part)) : field.Read(line.Part))}"));

    /// <summary>The texts of the fields that the sheet has; null when a cell is not on its list, which is a fault.</summary>
    private Dictionary<string, string>? Read(LineRow row)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var areGood = true;
        foreach (var field in LineFields.Of(row.Kind))
        {
            if (row.Sheet.Text(row.Row, field.Name) is not { } cell)
            {
                continue;
            }

            var text = field.LabelList is null || cell.Trim().Length == 0 ? WrittenForms.Tidy(cell) : labels.Find(field, cell);
            if (text is null)
            {
                NotOnList(row, field.Name, cell, field.Options.Select(option => words.Option(field.LabelList!, option)));
                areGood = false;
            }

            texts[field.Name] = text ?? "";
        }

        return areGood ? texts : null;
    }

    /// <summary>Whether the row asks for its line to go; null when the cell says neither, which is a fault.</summary>
    private bool? Removes(LineRow row)
    {
        var cell = row.Kind == LineKind.ContactPoint ? row.Text(LineColumns.Remove) : "";
        if (cell.Length == 0 || cell.Equals(words.Yes, StringComparison.OrdinalIgnoreCase))
        {
            return cell.Length > 0;
        }

        NotOnList(row, LineColumns.Remove, cell, [words.Yes]);
        return null;
    }

    private void NotOnList(LineRow row, string key, string cell, IEnumerable<string> list) =>
        faults.Add(row.At(key), nameof(FaultKind.NotOnList), [cell, string.Join(", ", list)]);
}
