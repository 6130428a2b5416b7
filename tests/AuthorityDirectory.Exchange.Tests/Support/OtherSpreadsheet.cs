using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Exchange.Tests.Support;

/// <summary>A library of others that reads and writes workbooks: the program under <c>tests/clients/workbooks</c>.</summary>
public static class OtherSpreadsheet
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "workbooks")).FullName;

    /// <summary>What it finds in a file.</summary>
    public static async Task<JsonElement> ReadAsync(byte[] file)
    {
        await InstallAsync();
        await File.WriteAllBytesAsync(Path.Combine(Folder, "ours.xlsx"), file);
        return JsonDocument.Parse(await RunAsync("read", "ours.xlsx")).RootElement;
    }

    /// <summary>The file that it writes.</summary>
    public static async Task<byte[]> WriteAsync()
    {
        await InstallAsync();
        await RunAsync("write", "theirs.xlsx");
        return await File.ReadAllBytesAsync(Path.Combine(Folder, "theirs.xlsx"));
    }

    private static async Task<string> RunAsync(string what, string file)
    {
        var (code, said) = await StartAsync(RequiredTool.Node, "workbooks.cjs", what, file);
        Assert.True(code == 0, said);
        return said;
    }

    /// <summary>Only what the lock file names, and only when that has changed.</summary>
    private static async Task InstallAsync()
    {
        foreach (var file in Directory.GetFiles(Source()))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }

        var (wanted, installed) = (await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json")), Path.Combine(Folder, "node_modules", "installed.json"));
        if (!File.Exists(installed) || await File.ReadAllTextAsync(installed) != wanted)
        {
            var (code, said) = await StartAsync(RequiredTool.Npm, "ci");
            RequiredTool.Check(code == 0, $"npm could not install what tests/clients/workbooks/package-lock.json names: {said}");
            await File.WriteAllTextAsync(installed, wanted);
        }
    }

    private static async Task<(int Code, string Said)> StartAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await errors);
    }

    private static string Source([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "clients", "workbooks"));
}
