using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using AuthorityDirectory.Tests.Support;
using AuthorityDirectory.Web.Tests.Infra;
using AuthorityDirectory.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(BicepSource))]

namespace AuthorityDirectory.Web.Tests.Infra;

/// <summary>The Bicep of the repository, parsed once by the grammar's own parser, which npm provides.</summary>
public sealed class BicepSource
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 200 };

    private readonly Lazy<IReadOnlyDictionary<string, BicepFile>> _files = new(Parse);

    /// <summary>By path below <c>infra</c>.</summary>
    public IReadOnlyDictionary<string, BicepFile> Files => _files.Value;

    public BicepFile this[string path] => Files[path];

    private static Dictionary<string, BicepFile> Parse()
    {
        var folder = Repository.File("infra");
        var paths = Directory.GetFiles(folder, "*.bicep", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var trees = JsonSerializer.Deserialize<List<BicepNode>>(Run(RequiredTool.Node, ["parse.mjs", .. paths], Prepare()), Json)!;
        return paths.Zip(trees, (path, tree) => new BicepFile(Path.GetRelativePath(folder, path), tree)).ToDictionary(file => file.Path);
    }

    /// <summary>A folder of its own for the parser, so that nothing is installed among the sources.</summary>
    private static string Prepare([CallerFilePath] string here = "")
    {
        var source = Path.Combine(Path.GetDirectoryName(here)!, "bicep");
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "bicep")).FullName;
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!Directory.Exists(Path.Combine(folder, "node_modules", "web-tree-sitter")))
        {
            Run(RequiredTool.Npm, ["ci"], folder);
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
