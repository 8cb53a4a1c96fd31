using System.Diagnostics;

namespace BingAds.Benchmarks.Quick;

internal static class PeakMemory
{
    /// <summary>The most memory that this process has had at once, in MB.</summary>
    public static double OfThisProcess()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }
}
