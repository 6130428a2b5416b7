using System.Diagnostics;
using System.Globalization;

namespace AuthorityDirectory.Tool.Tests.Support;

/// <summary>What Ctrl+C sends.</summary>
public static class Interruption
{
    public static async Task SendAsync(Process process)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {process.Id}")]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }
}
