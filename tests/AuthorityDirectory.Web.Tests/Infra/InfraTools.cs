using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>The scripts in <c>tools</c>, with what npm provides for them, in a folder of their own so that nothing is installed among the sources.</summary>
internal static class InfraTools
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 200 };
    private static readonly Lazy<string> Folder = new(() => Prepare());

    /// <summary>Runs a script on files and reads what it prints.</summary>
    public static T Run<T>(string script, IEnumerable<string> files) =>
        JsonSerializer.Deserialize<T>(Run(RequiredTool.Node, [script, .. files], Folder.Value), Json)!;

    /// <summary>Only what the lock file names, and only when that has changed.</summary>
    private static string Prepare([CallerFilePath] string here = "")
    {
        var source = Path.Combine(Path.GetDirectoryName(here)!, "tools");
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "infra-tools")).FullName;
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        var (installed, wanted) = (Path.Combine(folder, "node_modules", "installed.json"), File.ReadAllText(Path.Combine(source, "package-lock.json")));
        if (!File.Exists(installed) || File.ReadAllText(installed) != wanted)
        {
            Run(RequiredTool.Npm, ["ci"], folder);
            File.WriteAllText(installed, wanted);
        }

        return folder;
    }

    private static string Run(string program, string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        RequiredTool.Check(process.ExitCode == 0, $"{program} {arguments[0]} failed: {errors.GetAwaiter().GetResult()}");
        return output;
    }
}
