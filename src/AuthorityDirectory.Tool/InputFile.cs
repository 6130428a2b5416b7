using System.CommandLine;
using AuthorityDirectory.CodeLists;
using AuthorityDirectory.Exchange.JsonLines;

namespace AuthorityDirectory.Tool;

/// <summary>A file of JSON Lines that a command reads.</summary>
internal static class InputFile
{
    public static Argument<string> Argument(string description) => new("file") { Description = $"{description}, or - for standard input." };

    /// <summary>Reads and verifies it whole.</summary>
    /// <exception cref="RefusedException">An entry is broken, or there is none at all.</exception>
    public static async Task<LedgerReading> ReadAsync(string path, Audience audience, CancellationToken stop)
    {
        await using var stream = Open(path);
        var reading = await ProgressDisplay.ShowAsync($"Reading {path}", stream is FileStream file ? file.Length : null, progress => LedgerReader.ReadAsync(stream, audience, progress, stop));
        return reading.Break is { } broken ? throw new RefusedException($"{Name(path)} is damaged at line {broken.Place}. {broken}{Hint(reading, broken, audience)}", Facts.Of(reading))
            : reading.Entries.Count == 0 ? throw new RefusedException($"{Name(path)} holds no entries.", Facts.Of(reading))
            : reading;
    }

    public static string Name(string path) => path == "-" ? "Standard input" : path;

    private static Stream Open(string path) =>
        path == "-" ? Console.OpenStandardInput()
        : File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan)
        : throw new RefusedException(Directory.Exists(path) ? $"{path} is a folder: name a file." : $"There is no file {path}.");

    /// <summary>An entry that was read and is broken for want of a body may be whole, and the file the wrong one.</summary>
    private static string Hint(LedgerReading reading, LedgerBreak broken, Audience audience) =>
        audience != Audience.Public && broken.Place <= reading.Entries.Count
            ? " An export for a narrower audience is no whole ledger, but directory verify takes it with --audience."
            : "";
}
