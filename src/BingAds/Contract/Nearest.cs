namespace BingAds.Contract;

/// <summary>Suggestions for a name that is not known.</summary>
internal static class Nearest
{
    /// <summary>A sentence that names up to three near names, with a blank before it; empty if nothing is near.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        var near = Find(name, known);
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near.Select(static n => $"'{n}'"))}?";
    }

    public static List<string> Find(string name, IEnumerable<string> known, int count = 3)
    {
        var limit = Math.Max(2, name.Length / 3);
        return [.. known
            .Select(k => (Name: k, Distance: Distance(name, k)))
            .Where(p => p.Distance <= limit || p.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static p => p.Distance)
            .ThenBy(static p => p.Name, StringComparer.Ordinal)
            .Take(count)
            .Select(static p => p.Name)];
    }

    // Levenshtein's distance, letter case ignored.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
