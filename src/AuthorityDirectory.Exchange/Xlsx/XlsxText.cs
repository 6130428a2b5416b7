using System.Globalization;
using System.Text.RegularExpressions;

namespace AuthorityDirectory.Exchange.Xlsx;

/// <summary>Texts in the form that the parts of a workbook have them (ECMA-376, part 1, 22.9.2.19): what XML cannot hold, and a carriage return, is written as _x000D_ and the like.</summary>
internal static partial class XlsxText
{
    public static string Escape(string text) => Special().Replace(text, found => string.Create(CultureInfo.InvariantCulture, $"_x{(int)found.Value[0]:X4}_"));

    [GeneratedRegex(@"_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]")]
    private static partial Regex Special();
}
