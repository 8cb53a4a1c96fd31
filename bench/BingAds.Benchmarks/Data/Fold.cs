using System.Globalization;
using System.Text;

namespace BingAds.Benchmarks.Data;

/// <summary>A checksum over names and values in whatever order they come: two readers that give the same one have read the same members.</summary>
internal sealed class Fold
{
    private ulong _sum;

    public int Members { get; private set; }

    public void Add(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes($"{name}={value}"))
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        _sum += hash;
        Members++;
    }

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, double? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public void Add(string name, bool? value) => Add(name, value is { } v ? v ? "true" : "false" : null);

    public override string ToString() => $"{_sum:x16} over {Members} members";

    public static string OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 1099511628211UL;
        }

        return $"{hash:x16} over {bytes.Length} bytes";
    }
}
