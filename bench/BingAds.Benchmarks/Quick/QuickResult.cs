using System.Text.Json;

namespace BingAds.Benchmarks.Quick;

/// <summary>What one quick run found, as one JSON line. All values are speeds: more is better.</summary>
internal sealed class QuickResult(string subject, string unit)
{
    private readonly Dictionary<string, object> _more = new(StringComparer.Ordinal);

    public double Ours { get; set; }

    public long AllocatedBytesPerOp { get; set; }

    public Dictionary<string, double> Baselines { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> BaselineAllocatedBytesPerOp { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a field that only this subject has.</summary>
    public void Add(string name, object value) => _more[name] = value;

    public string ToJsonLine()
    {
        var fields = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["subject"] = subject,
            ["unit"] = unit,
            ["ours"] = Math.Round(Ours, 2),
            ["baselines"] = Baselines.ToDictionary(static p => p.Key, static p => Math.Round(p.Value, 2), StringComparer.Ordinal),
            ["allocated_bytes_per_op"] = AllocatedBytesPerOp,
            ["baseline_allocated_bytes_per_op"] = BaselineAllocatedBytesPerOp,
            ["peak_rss_mb"] = Math.Round(PeakMemory.OfThisProcess(), 1),
        };
        foreach (var (name, value) in _more)
        {
            fields[name] = value;
        }

        return JsonSerializer.Serialize(fields);
    }
}
