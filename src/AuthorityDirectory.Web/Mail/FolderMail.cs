using System.Globalization;

namespace AuthorityDirectory.Web.Mail;

/// <summary>Lays letters in a folder, a file each that mail programs open; the names begin with the time, so that the last name is the newest letter.</summary>
/// <param name="folder">The folder; it is made with the first letter.</param>
/// <param name="from">The mailbox that they come from.</param>
/// <param name="time">Dates them.</param>
public sealed class FolderMail(string folder, string from, TimeProvider time) : IMail
{
    private const string Extension = ".eml";

    private const string DateForm = "ddd, dd MMM yyyy HH:mm:ss '+0000'";

    /// <inheritdoc/>
    public async Task SendAsync(string id, Letter letter, CancellationToken cancellationToken)
    {
        if (letter.Fault() is { } fault)
        {
            throw new LetterRefusedException(fault);
        }

        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, id);
        await File.WriteAllTextAsync(path, Write(id, letter), cancellationToken);
        File.Move(path, path + Extension, overwrite: true);
    }

    /// <summary>What lies there, newest first.</summary>
    public async Task<IReadOnlyList<LaidLetter>> ReadAsync(int most, CancellationToken cancellationToken)
    {
        var names = Directory.Exists(folder) ? Directory.GetFiles(folder, $"*{Extension}").OrderDescending(StringComparer.Ordinal) : Enumerable.Empty<string>();
        List<LaidLetter> letters = [];
        foreach (var name in names.Take(most))
        {
            letters.Add(Read(await File.ReadAllTextAsync(name, cancellationToken)));
        }

        return letters;
    }

    /// <summary>RFC 5322 with headers in UTF-8 (RFC 6532): readable for people too.</summary>
    private string Write(string id, Letter letter) => string.Join("\r\n",
        $"Date: {time.GetUtcNow().UtcDateTime.ToString(DateForm, CultureInfo.InvariantCulture)}",
        $"From: {from}",
        $"To: {letter.To}",
        $"Subject: {letter.Subject}",
        $"Message-ID: <{id}@{from[(from.LastIndexOf('@') + 1)..]}>",
        $"Content-Language: {letter.Language}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        letter.Text.ReplaceLineEndings("\r\n"));

    private static LaidLetter Read(string file)
    {
        var parts = file.Split("\r\n\r\n", 2);
        var headers = parts[0].Split("\r\n").Select(line => line.Split(": ", 2)).Where(header => header.Length == 2).ToDictionary(header => header[0], header => header[1], StringComparer.Ordinal);
        string Header(string name) => headers.GetValueOrDefault(name, "");
        var date = DateTimeOffset.TryParseExact(Header("Date"), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed) ? parsed : default;
        return new(date, new(Header("To"), Header("Subject"), parts.Length == 2 ? parts[1].ReplaceLineEndings("\n") : "", Header("Content-Language")));
    }
}

/// <summary>A letter in the folder.</summary>
/// <param name="At">When it was laid there.</param>
/// <param name="Letter">The letter.</param>
public sealed record LaidLetter(DateTimeOffset At, Letter Letter);
