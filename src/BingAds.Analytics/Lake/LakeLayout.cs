using System.Globalization;

namespace BingAds.Analytics;

/// <summary>Where things are in the folder of a lake.</summary>
internal sealed class LakeLayout(string root)
{
    private const string Account = "account=";
    private const string Date = "date=";
    private const string Rows = "rows.parquet";

    public string Root { get; } = root;

    /// <summary>All that is no data.</summary>
    public string Own => Path.Combine(Root, ".lake");

    /// <summary>A folder for each replacement that is under way, with a lock beside it.</summary>
    public string Staging => Path.Combine(Own, "staging");

    /// <summary>Lists of what is to be moved and deleted, of replacements that are decided.</summary>
    public string Commits => Path.Combine(Own, "commits");

    /// <summary>Shared by those who read, held by the one who moves files.</summary>
    public string DataLock => Path.Combine(Own, "data.lock");

    /// <summary>Held by the one whose turn it is for the data lock, so that readers do not keep a writer waiting.</summary>
    public string TurnLock => Path.Combine(Own, "turn.lock");

    public void Create()
    {
        Directory.CreateDirectory(Staging);
        Directory.CreateDirectory(Commits);
    }

    /// <summary>Path of a partition's file from the root.</summary>
    public static string Partition(string table, long account, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{table}/{Account}{account}/{Date}{day:yyyy'-'MM'-'dd}/{Rows}");

    public string Full(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The files of a table, by account and day.</summary>
    public IEnumerable<LakePartition> Partitions(string table)
    {
        var folder = Path.Combine(Root, table);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var (account, accountFolder) in Named(folder, Account, static t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : default(long?)))
        {
            foreach (var (day, dayFolder) in Named(accountFolder, Date, ParseDay))
            {
                var file = Path.Combine(dayFolder, Rows);
                if (File.Exists(file))
                {
                    yield return new(table, account, day, file);
                }
            }
        }
    }

    private static DateOnly? ParseDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IEnumerable<(T Value, string Folder)> Named<T>(string folder, string prefix, Func<string, T?> parse)
        where T : struct, IComparable<T>
    {
        var found = new List<(T Value, string Folder)>();
        foreach (var child in Directory.EnumerateDirectories(folder, prefix + "*"))
        {
            if (parse(Path.GetFileName(child)[prefix.Length..]) is { } value)
            {
                found.Add((value, child));
            }
        }

        return found.OrderBy(static f => f.Value);
    }
}
