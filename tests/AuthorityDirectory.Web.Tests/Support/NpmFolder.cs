using System.Diagnostics;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>A server from npm for the tests, in a folder of its own, so that nothing is installed among the sources.</summary>
public static class NpmFolder
{
    /// <summary>Copies the sources and installs what their lock file names.</summary>
    /// <param name="source">The folder with <c>package.json</c>, <c>package-lock.json</c> and <c>server.mjs</c>.</param>
    /// <param name="package">A package that is there once all are.</param>
    public static string Install(string source, string package)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(source))).FullName;
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", package)))
        {
            using var npm = Start(RequiredTool.Npm, ["ci"], folder);
            var said = npm.StandardError.ReadToEndAsync();
            npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            RequiredTool.Check(npm.ExitCode == 0, $"npm could not install {package}: {said.GetAwaiter().GetResult()}");
        }

        return folder;
    }

    public static Process Start(string program, string[] arguments, string folder) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;
}
