using System.Text;

namespace AuthorityDirectory.Exchange.Csv;

/// <summary>The text of a seed file.</summary>
internal static class SeedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null when the file is not there or not UTF-8.</summary>
    public static string? Read(string folder, string file, ICollection<SeedProblem> problems)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            problems.Add(new(file, null, null, "The file is not there.", $"Put it into {folder}."));
            return null;
        }

        return Decode(file, File.ReadAllBytes(path), problems);
    }

    private static string? Decode(string file, byte[] bytes, ICollection<SeedProblem> problems)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException invalid)
        {
            var line = bytes.Take(invalid.Index).Count(b => b == '\n') + 1;
            problems.Add(new(file, line, null, $"Byte {invalid.Index + 1} of the file is not UTF-8.", "Save the file as UTF-8."));
            return null;
        }
    }
}
