using System.Text.RegularExpressions;

namespace BingAds.Testing;

/// <summary>Searches trace files for texts that betray a secret.</summary>
public static class SecretScan
{
    private const int Before = 80;
    private const int After = 60;

    /// <summary>All finds in the trace files of a folder, and how many records of each kind were searched.</summary>
    /// <param name="folder">Where the trace files are.</param>
    /// <param name="markers">Texts to find.</param>
    /// <param name="pattern">What else to find.</param>
    public static (IReadOnlyList<SecretFind> Finds, IReadOnlyDictionary<string, int> Records) Search(string folder, IReadOnlyList<string> markers, Regex? pattern = null)
    {
        var finds = new List<SecretFind>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + TraceFile.Extension) : [];
        var records = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                var kind = line[..line.IndexOf('\t')];
                records[kind] = records.GetValueOrDefault(kind) + 1;
                finds.AddRange(Places(line, markers, pattern).Select(p => Describe(file, number, kind, line, p)));
            }
        }

        return (finds, records);
    }

    private static IEnumerable<int> Places(string line, IReadOnlyList<string> markers, Regex? pattern)
    {
        var places = markers.Select(m => line.IndexOf(m, StringComparison.Ordinal)).Where(static p => p >= 0);
        return pattern?.Match(line) is { Success: true } match ? places.Append(match.Index) : places;
    }

    private static SecretFind Describe(string file, int number, string kind, string line, int at)
    {
        var from = Math.Max(0, at - Before);
        var to = Math.Min(line.Length, at + After);
        return new SecretFind(Path.GetFileName(file), number, kind, line[from..to]);
    }
}
