using System.Globalization;
using System.Runtime.InteropServices;

namespace AuthorityDirectory.Benchmarks;

/// <summary>What the measurements were made on.</summary>
internal static class Machine
{
    public static string Description => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores ({Processor}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, disk {new DriveInfo(Path.GetTempPath()).DriveFormat}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}{Load}.");

    private static string Processor => !File.Exists("/proc/cpuinfo") ? RuntimeInformation.ProcessArchitecture.ToString()
        : File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";

    private static string Load => File.Exists("/proc/loadavg") ? $", load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";
}
