using System.Globalization;
using System.Xml;
using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>What a sheet holds, as the XML itself says: where formulas are and how far the table goes.</summary>
internal sealed class XlsxSheetScan
{
    /// <summary>The names of the format in its two forms; other names belong to extensions.</summary>
    private static readonly string[] Spreadsheet = ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"];

    private readonly Dictionary<(int Row, int Column), string> _unusable = [];
    private (int Row, int Column) _at;
    private string? _type;
    private bool _isReference;

    /// <summary>The cells that hold no value of their own, with what is wrong with each.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Unusable => _unusable;

    /// <summary>The last row with something in it.</summary>
    public int LastRow { get; private set; }

    /// <summary>The last column with something in it.</summary>
    public int LastColumn { get; private set; }

    /// <summary>The cells with something in them.</summary>
    public int Cells { get; private set; }

    /// <summary>How many of the texts that stand in a part of their own the cells need: the highest number by which one refers there, and one.</summary>
    public int SharedTexts { get; private set; }

    /// <summary>Reads the part to its end; a place that no spreadsheet has, or that comes before the one read last, is damage.</summary>
    public void Read(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && Spreadsheet.Contains(xml.NamespaceURI))
            {
                Take(xml);
            }
            else if (xml.NodeType == XmlNodeType.Text && _isReference)
            {
                SharedTexts = Math.Max(SharedTexts, Number(xml.Value) + 1);
                _isReference = false;
            }
        }
    }

    private void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "row":
                _at = (xml.GetAttribute("r") is { } number ? After(_at.Row, Row(number)) : _at.Row + 1, 0);
                break;
            case "c":
                _at = xml.GetAttribute("r") is { } place ? Cell(place) : (_at.Row, _at.Column + 1);
                _type = xml.GetAttribute("t");
                break;
            case "f" when _at.Column > 0:
                _unusable[_at] = "The cell holds a formula.";
                Count();
                break;
            case "v" when _at.Column > 0 && _type == "e":
                _unusable.TryAdd(_at, "The cell holds an error instead of a value.");
                Count();
                break;
            case "v" or "is" when _at.Column > 0:
                Count();
                break;
        }
    }

    private void Count()
    {
        Cells++;
        _isReference = _type == "s";
        (LastRow, LastColumn) = (Math.Max(LastRow, _at.Row), Math.Max(LastColumn, _at.Column));
    }

    private (int Row, int Column) Cell(string place) =>
        TablePlace.ParseCell(place) is { } cell && cell.Row == _at.Row && cell.Column > _at.Column ? cell : throw XlsxPackage.Broken();

    private static int After(int last, int row) => row > last ? row : throw XlsxPackage.Broken();

    private static int Row(string number) => Number(number) is >= 1 and <= TableLimits.LastRow and var row ? row : throw XlsxPackage.Broken();

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : throw XlsxPackage.Broken();
}
