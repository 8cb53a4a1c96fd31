using System.Diagnostics;
using System.Globalization;
using BingAds.Lake.App;

namespace BingAds.Analytics.Tests;

/// <summary>A process that replaces is killed at any moment, and another one goes on.</summary>
public sealed class LakeKillTests : IDisposable
{
    private static readonly int s_kills = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1" ? 50 : 20;
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_writer_leaves_no_partition_missing_doubled_or_half_written()
    {
        var random = new Random(20_261_124);
        var lake = new ReportLake(_folder["lake"], new() { FlushToDisk = false });
        var round = 1;
        for (var kill = 0; kill < s_kills; kill++)
        {
            var last = await RunAndKillAsync(round, TimeSpan.FromMilliseconds(random.Next(0, 400)));
            CheckFiles();

            // All of the last round or all of an earlier one; the very first may have been killed before it had put in anything.
            var seen = await RoundsAsync(lake);
            Assert.True(seen.Count <= 1, $"After kill {kill} the lake shows rows of the rounds {string.Join(", ", seen)}.");
            if (seen.Count == 1)
            {
                Assert.InRange(seen.Single(), round - 1, last);
                Assert.Equal(Rounds.DaysOf((int)seen.Single()).Count() * 3, (await lake.GetPartitionsAsync("KeywordPerformance", Token)).Count);
                CheckFiles();
            }
            else
            {
                Assert.Equal(1, round);
            }

            round = Math.Max(round, (int)seen.SingleOrDefault() + 1);
        }

        await using var reader = new Reporting.ReportFileReader(new MemoryStream(Rounds.Report(round)));
        await lake.ReplaceAsync(reader, Rounds.Window, Token);

        Assert.Equal([round], await RoundsAsync(lake));
        Assert.DoesNotContain(_folder.Files(), static f => f.Contains(".lake/", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a writer for a while from its first sign of life on; gives the last round that it began.</summary>
    private async Task<int> RunAndKillAsync(int first, TimeSpan life)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Lake.App.dll"), _folder["lake"], first.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var last = int.Parse((await process.StandardOutput.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);
        await Task.Delay(life, Token);
        process.Kill();
        while (await process.StandardOutput.ReadLineAsync(Token) is { } line)
        {
            last = int.TryParse(line, CultureInfo.InvariantCulture, out var round) ? round : last;
        }

        await process.WaitForExitAsync(Token);
        return last;
    }

    /// <summary>Each file that anyone may take for data is whole and of one round, whatever is still to be moved.</summary>
    private void CheckFiles()
    {
        foreach (var file in _folder.Files().Where(static f => f.EndsWith(".parquet", StringComparison.Ordinal)))
        {
            Assert.Equal([$"{Rounds.RowsPerDay}|1|1"], Duck.Ask($"select count(*), count(distinct Clicks), count(distinct (TimePeriod, AccountId)) from '{_folder[file]}'"));
        }
    }

    private static async Task<List<long>> RoundsAsync(ReportLake lake)
    {
        await using var rows = await lake.QueryAsync("select distinct Clicks from KeywordPerformance", cancellationToken: Token);
        return await rows.Select(static r => r.Get<long>(0)).ToListAsync(Token);
    }
}
