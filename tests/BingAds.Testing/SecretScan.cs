namespace BingAds.Testing;

/// <summary>Searches trace files for texts that betray a secret.</summary>
public static class SecretScan
{
    private const int Before = 80;
    private const int After = 40;

    /// <summary>All finds in the trace files of a folder, and how many records of each kind were searched.</summary>
    public static (IReadOnlyList<SecretFind> Finds, IReadOnlyDictionary<string, int> Records) Search(string folder, IReadOnlyList<string> markers)
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
                finds.AddRange(markers.Where(m => line.Contains(m, StringComparison.Ordinal)).Select(m => Describe(file, number, kind, line, m)));
            }
        }

        return (finds, records);
    }

    private static SecretFind Describe(string file, int number, string kind, string line, string marker)
    {
        var at = line.IndexOf(marker, StringComparison.Ordinal);
        var from = Math.Max(0, at - Before);
        var to = Math.Min(line.Length, at + marker.Length + After);
        return new SecretFind(Path.GetFileName(file), number, kind, line[from..to]);
    }
}
