using AuthorityDirectory.Exchange.Tables;

namespace AuthorityDirectory.Web.Spreadsheets;

/// <summary>A file as a form brings it.</summary>
public static class SheetUpload
{
    /// <summary>How much a form may bring: a file that is somewhat too large is answered in words, beyond that the connection is cut.</summary>
    public const long MostOfForm = 4L * TableLimits.FileBytes;

    private const int MostOfName = 100;

    /// <summary>Its bytes; null when there are none or too many, with what is wrong as a key of the texts.</summary>
    public static async Task<(byte[]? Content, string? Wrong)> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 } or { Length: > TableLimits.FileBytes })
        {
            return (null, file?.Length > 0 ? "Spreadsheet.TooBig" : "Spreadsheet.NoFile");
        }

        using var kept = new MemoryStream((int)file.Length);
        await file.CopyToAsync(kept, cancellationToken);
        return (kept.ToArray(), null);
    }

    /// <summary>The last part of a path, without what no name of a sheet or file should hold.</summary>
    public static string NameOf(IFormFile file)
    {
        var name = string.Concat(file.FileName.Split('/', '\\')[^1].Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.' or '(' or ')')).Trim();
        return name.Length <= MostOfName ? name : name[^MostOfName..];
    }
}
