using System.CommandLine;
using AuthorityDirectory.CodeLists;

namespace AuthorityDirectory.Tool.Commands;

/// <summary><c>directory backup</c>: all that the store holds, restricted bodies included.</summary>
internal static class BackupCommand
{
    private static readonly Argument<string> File = OutputFile.Argument("The file to write, for its owner alone to read");

    public static Command Create() => new Command("backup", "Write everything that the store holds to one file, also while the directory runs.")
    {
        File, OutputFile.Overwrite,
    }.Does(File, (parsed, stop) => ExportCommand.WriteAsync(parsed, File, Audience.Secretariat, stop));
}
