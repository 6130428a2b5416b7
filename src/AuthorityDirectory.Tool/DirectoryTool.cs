using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AuthorityDirectory.Tool.Commands;

namespace AuthorityDirectory.Tool;

/// <summary>The command line <c>directory</c>.</summary>
internal static class DirectoryTool
{
    /// <summary>How long a command may take to put things in order after Ctrl+C.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var parsed = Root().Parse(args);
        return parsed.Errors.Count > 0
            ? Explain(parsed)
            : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
    }

    private static int Explain(ParseResult parsed)
    {
        Report.WriteError(parsed, Console.Out, string.Join(Environment.NewLine, [.. parsed.Errors.Select(error => error.Message), $"{Names(parsed.CommandResult)} --help says how it is used."]));
        return ExitCode.Usage;
    }

    /// <summary>The command as it is given, with those that it is part of.</summary>
    private static string Names(CommandResult result) => result.Parent is CommandResult parent ? $"{Names(parent)} {result.Command.Name}" : "directory";

    private static RootCommand Root() => new("Looks after the ledger of the directory of competent national authorities.")
    {
        StoreOptions.Store,
        StoreOptions.Folder,
        Report.Json,
        SeedCommand.Create(),
        ExportCommand.Create(),
        ImportCommand.Create(),
        VerifyCommand.Create(),
        RedactCommand.Create(),
        GenerateCommand.Create(),
        BackupCommand.Create(),
        RestoreCommand.Create(),
        AccountsCommand.Create(),
    };
}
