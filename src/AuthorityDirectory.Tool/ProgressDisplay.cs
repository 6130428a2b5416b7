using Spectre.Console;

namespace AuthorityDirectory.Tool;

/// <summary>A bar on the terminal while something takes its time; nothing where standard error is not a terminal.</summary>
internal static class ProgressDisplay
{
    /// <param name="what">What is being done.</param>
    /// <param name="total">Of how many; null when that is not known.</param>
    /// <param name="work">The work, which reports how many are done.</param>
    public static Task<T> ShowAsync<T>(string what, long? total, Func<IProgress<long>, Task<T>> work) =>
        Console.IsErrorRedirected ? work(new Listener(null)) : ShowBarAsync(what, total, work);

    private static Task<T> ShowBarAsync<T>(string what, long? total, Func<IProgress<long>, Task<T>> work)
    {
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var task = context.AddTask(Markup.Escape(what), maxValue: Math.Max(1, total ?? 1));
                task.IsIndeterminate = total is null;
                return work(new Listener(task));
            });
    }

    private sealed class Listener(ProgressTask? task) : IProgress<long>
    {
        public void Report(long value)
        {
            if (task is { IsIndeterminate: false })
            {
                task.Value = value;
            }
        }
    }
}
