using System.Diagnostics;
using AuthorityDirectory.Tests.Support;

namespace AuthorityDirectory.Web.Tests.Support;

/// <summary>The programs under <c>tests/clients</c>, generated from what a directory says of itself and compiled, in a folder of their own.</summary>
public sealed class NodeClients : IDisposable
{
    private readonly SemaphoreSlim _building = new(1);
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "clients")).FullName;
    private bool _isBuilt;

    /// <summary>Runs one of them against the directory; what it has to say against it is in the failure.</summary>
    /// <param name="client">Its name.</param>
    /// <param name="host">The directory.</param>
    /// <param name="arguments">What it is told beside where that is.</param>
    public async Task<string> RunAsync(string client, DirectoryHost host, params string[] arguments)
    {
        await BuildAsync(host);
        return await RunAsync(RequiredTool.Node, [Path.Combine("built", $"{client}.js"), new Uri(host.Address, "/odata").ToString(), .. arguments]);
    }

    public void Dispose() => _building.Dispose();

    private async Task BuildAsync(DirectoryHost host)
    {
        await _building.WaitAsync();
        try
        {
            if (!_isBuilt)
            {
                await InstallAsync();
                await File.WriteAllTextAsync(Path.Combine(_folder, "metadata.xml"), await host.Client.GetStringAsync("/odata/$metadata"));
                await File.WriteAllTextAsync(Path.Combine(_folder, "openapi.json"), await host.Client.GetStringAsync("/openapi/v1.json"));
                await RunAsync(RequiredTool.Npm, ["run", "--silent", "generate"]);
                await RunAsync(RequiredTool.Npm, ["run", "--silent", "compile"]);
                _isBuilt = true;
            }
        }
        finally
        {
            _building.Release();
        }
    }

    /// <summary>Only what the lock file names, and only when that has changed.</summary>
    private async Task InstallAsync()
    {
        var source = Repository.File("tests", "clients");
        var installed = Path.Combine(_folder, "node_modules", "installed.json");
        var wanted = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"));
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!File.Exists(installed) || await File.ReadAllTextAsync(installed) != wanted)
        {
            var (code, said) = await StartAsync(RequiredTool.Npm, ["ci"]);
            RequiredTool.Check(code == 0, $"npm could not install what tests/clients/package-lock.json names: {said}");
            await File.WriteAllTextAsync(installed, wanted);
        }
    }

    private async Task<string> RunAsync(string program, string[] arguments)
    {
        var (code, said) = await StartAsync(program, arguments);
        Assert.True(code == 0, $"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {code}: {said}");
        return said;
    }

    private async Task<(int Code, string Said)> StartAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output.Trim() : output + await errors);
    }
}
