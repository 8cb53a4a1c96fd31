using System.Diagnostics;

namespace BingAds.Benchmarks.Bulk;

/// <summary>Measures one pass: time on the clock, processor time of the process with its collector and compiler, bytes allocated by all threads.</summary>
internal readonly struct PassMeter
{
    private readonly long _start;
    private readonly TimeSpan _processor;
    private readonly long _allocated;

    private PassMeter(long start, TimeSpan processor, long allocated) => (_start, _processor, _allocated) = (start, processor, allocated);

    public static PassMeter Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());

    public PassResult Stop(long rows, long bytes) => new(
        rows,
        bytes,
        Stopwatch.GetElapsedTime(_start).TotalSeconds,
        (Environment.CpuUsage.TotalTime - _processor).TotalSeconds,
        GC.GetTotalAllocatedBytes() - _allocated);
}
