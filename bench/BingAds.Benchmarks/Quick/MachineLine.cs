using System.Runtime.InteropServices;

namespace BingAds.Benchmarks.Quick;

/// <summary>Where a figure was measured: figures of two machines are not to be compared.</summary>
internal static class MachineLine
{
    public static string Text()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        return $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}, "
            + $"{Environment.ProcessorCount} cores ({model ?? "unknown"}), {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} GC";
    }
}
