using BingAds.Analytics;

namespace BingAds.Samples.Tests;

/// <summary>What an account has on a day, by the files of the sample.</summary>
internal sealed record DaySums(long Rows, long Clicks, long Impressions, decimal Spend);

/// <summary>The folder that the sample fills.</summary>
internal sealed class LakeFolder : IDisposable
{
    private const string Report = "KeywordPerformance";

    public string Path { get; } = Directory.CreateTempSubdirectory("bingads-daily-").FullName;

    public ReportLake Lake => new(Path);

    /// <summary>Files of rows, from the folder of the report on.</summary>
    public IReadOnlyList<string> Partitions =>
        [.. Directory.EnumerateFiles(Path, "*.parquet", SearchOption.AllDirectories).Select(f => System.IO.Path.GetRelativePath(Path, f)).Order(StringComparer.Ordinal)];

    /// <summary>All other files but the world of the emulator, which is kept for the next pull, and the locks of the lake.</summary>
    public IReadOnlyList<string> Leftovers =>
    [
        .. Directory.EnumerateFiles(Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(f => System.IO.Path.GetRelativePath(Path, f))
            .Where(static f => !f.EndsWith("rows.parquet", StringComparison.Ordinal) && f.Replace('\\', '/') is not (".emulator/world.db" or ".lake/data.lock" or ".lake/turn.lock")),
    ];

    /// <summary>Submissions that were begun and of which nobody knows whether the service took them: noted, without an id.</summary>
    public int DoubtfulSubmissions
    {
        get
        {
            var jobs = System.IO.Path.Combine(Path, ".pull", "jobs");
            return !Directory.Exists(jobs) ? 0 : Directory.GetFiles(jobs, "*.job").Count(static f => File.ReadAllText(f) is { Length: > 0 } text && !text.Contains(";job=", StringComparison.Ordinal));
        }
    }

    /// <summary>Whether a pull is under way.</summary>
    public bool HasPlan => File.Exists(System.IO.Path.Combine(Path, ".pull", "plan.json"));

    /// <summary>Reads every row of every file.</summary>
    public async Task<Dictionary<(long Account, DateOnly Day), DaySums>> ReadAsync()
    {
        await using var rows = await Lake.QueryAsync($"""
            select AccountId, TimePeriod, count(*) as "Rows", sum(Clicks) as Clicks, sum(Impressions) as Impressions, sum(Spend) as Spend, count(Keyword) as Words
            from {Report} group by all
            """);
        var days = new Dictionary<(long, DateOnly), DaySums>();
        await foreach (var row in rows)
        {
            days.Add(
                (row.Get<long>("AccountId"), row.Get<DateOnly>("TimePeriod")),
                new DaySums(row.Get<long>("Rows"), row.Get<long>("Clicks"), row.Get<long>("Impressions"), row.Get<decimal>("Spend")));
        }

        return days;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
