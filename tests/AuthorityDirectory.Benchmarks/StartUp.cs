using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AuthorityDirectory.Tool.Synthetic;

namespace AuthorityDirectory.Benchmarks;

/// <summary>From starting the process to the first answer of the API, and what the process then holds.</summary>
internal static class StartUp
{
    public static async Task RunAsync()
    {
        var table = new Table("Start", "Milliseconds to the first answer", "Megabytes resident");
        using var journal = await SyntheticJournal.CreateAsync(new(Authorities: SyntheticJournal.Authorities));
        table.Add(["first start, seed data", .. await MeasureAsync(() => Directory.CreateTempSubdirectory("benchmark-").FullName, isOwned: true)]);
        table.Add([$"journal of {SyntheticJournal.Authorities} authorities", .. await MeasureAsync(() => journal.Folder, isOwned: false)]);
        table.Print("The web process, built for release, asked `/odata/Authorities?$top=1` until it answers.");
    }

    private static async Task<string[]> MeasureAsync(Func<string> folder, bool isOwned)
    {
        List<(double Milliseconds, double Megabytes)> starts = [];
        for (var time = 0; time < Measured.Times; time++)
        {
            var data = folder();
            starts.Add(await StartAsync(data));
            if (isOwned)
            {
                Directory.Delete(data, recursive: true);
            }
        }

        return [new Measured(starts.Select(start => start.Milliseconds)).ToString("N0"), new Measured(starts.Select(start => start.Megabytes)).ToString("N0")];
    }

    private static async Task<(double Milliseconds, double Megabytes)> StartAsync(string folder)
    {
        var port = FreePort();
        var begin = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "AuthorityDirectory.Web.dll"), "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
            "--contentRoot", Repository.Web, "--Storage:Folder", folder, "--Logging:LogLevel:Default", "Warning",
        ]))!;
        try
        {
            await AnswerAsync(process, port);
            var elapsed = Stopwatch.GetElapsedTime(begin);
            process.Refresh();
            return (elapsed.TotalMilliseconds, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task AnswerAsync(Process process, int port)
    {
        using var client = new HttpClient();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/odata/Authorities?$top=1");
        while (!process.HasExited)
        {
            try
            {
                (await client.GetAsync(url)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException error) when (error.InnerException is SocketException)
            {
                await Task.Delay(5);
            }
        }

        throw new InvalidOperationException($"The directory ended with {process.ExitCode} instead of answering.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
