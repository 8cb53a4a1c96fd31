using System.Text.Json;
using BingAds.Benchmarks.Quick;

namespace BingAds.Benchmarks.Bulk;

/// <summary>What a pass over a file took.</summary>
internal sealed record PassResult(long Rows, long Bytes, double Seconds, double ProcessorSeconds, long Allocated)
{
    /// <summary>The pass in the middle of several, by time on the clock.</summary>
    public static PassResult Median(IEnumerable<PassResult> passes)
    {
        var sorted = passes.OrderBy(static p => p.Seconds).ToList();
        return sorted[sorted.Count / 2];
    }

    public string ToJsonLine(string subject) => JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["subject"] = subject,
        ["rows"] = Rows,
        ["rows_per_s"] = Math.Round(Rows / Seconds),
        ["mb_per_s"] = Math.Round(Bytes / Seconds / 1e6, 1),
        ["allocated_bytes_per_row"] = Math.Round((double)Allocated / Rows, 1),
        ["peak_rss_mb"] = Math.Round(PeakMemory.OfThisProcess(), 1),
    });

    public override string ToString() =>
        $"{Rows / Seconds,12:N0} rows/s {Bytes / Seconds / 1e6,8:N0} MB/s {(double)Allocated / Rows,8:N1} B/row   by processor time {Rows / ProcessorSeconds,12:N0} rows/s";
}
