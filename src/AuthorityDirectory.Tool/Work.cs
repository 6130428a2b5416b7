using System.CommandLine;
using AuthorityDirectory.Ledger;
using AuthorityDirectory.Snapshot;
using AuthorityDirectory.Storage;

namespace AuthorityDirectory.Tool;

/// <summary>Carries a command out and says what came of it.</summary>
internal static class Work
{
    /// <summary>Gives a command its work.</summary>
    /// <param name="command">The command.</param>
    /// <param name="data">The argument that names the file to be written; where it is <c>-</c>, standard output is for data alone. Null for a command that writes none.</param>
    /// <param name="work">What to do; it throws <see cref="RefusedException"/> with nothing changed.</param>
    public static Command Does(this Command command, Argument<string>? data, Func<ParseResult, CancellationToken, Task<Report>> work)
    {
        // The library listens for Ctrl+C only once the work has given its thread back.
        command.SetAction((parsed, stop) => Task.Run(() => RunAsync(parsed, data is not null && parsed.GetValue(data) == "-" ? Console.Error : Console.Out, work, stop), CancellationToken.None));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parsed, TextWriter output, Func<ParseResult, CancellationToken, Task<Report>> work, CancellationToken stop)
    {
        try
        {
            (await work(parsed, stop)).Write(parsed, output);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Report.WriteError(parsed, output, "Stopped.");
            return ExitCode.Stopped;
        }
        catch (LedgerUnavailableException error)
        {
            Report.WriteError(parsed, output, $"{error.Message} Give the same command again later.");
            return ExitCode.Unavailable;
        }
        catch (Exception error) when (error is RefusedException or StorageRefusedException or UnreadableEntryException or IOException or UnauthorizedAccessException)
        {
            Report.WriteError(parsed, output, error.Message, (error as RefusedException)?.Facts);
            return ExitCode.Refused;
        }
    }
}
