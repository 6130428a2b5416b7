using System.Diagnostics;
using System.Text.Json.Nodes;

namespace AuthorityDirectory.Tool.Tests.Support;

/// <summary>The real executable, as a process of its own.</summary>
public static class DirectoryProcess
{
    public static async Task<Outcome> RunAsync(params string[] args)
    {
        using var process = Start(args);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    /// <summary>Runs it on what another command would pipe to it.</summary>
    public static async Task<Outcome> PipeAsync(byte[] input, params string[] args)
    {
        using var process = Start(args);
        await process.StandardInput.BaseStream.WriteAsync(input, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    /// <summary>Runs it and asks for facts.</summary>
    public static async Task<JsonObject> AskAsync(params string[] args)
    {
        var outcome = await RunAsync([.. args, "--json"]);
        Assert.True(outcome.Exit == 0, outcome.Error + outcome.Output);
        return outcome.Facts;
    }

    public static Process Start(params string[] args) => Start(new Dictionary<string, string>(), args);

    /// <summary>Starts it with these settings in its environment.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> settings, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "directory.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("Storage__", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for its end.</summary>
    public static async Task<Outcome> EndAsync(Process process)
    {
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, output.ToArray(), await error);
    }
}

/// <summary>What a process left.</summary>
public sealed record Outcome(int Exit, byte[] Bytes, string Error)
{
    public string Output => System.Text.Encoding.UTF8.GetString(Bytes);

    public JsonObject Facts => JsonNode.Parse(Output)!.AsObject();
}
