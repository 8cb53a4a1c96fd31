using BingAds.Emulator;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Samples.Tests;

public sealed class DailyReportTests : IDisposable
{
    private const string Equal = "The totals are equal.";
    private const int Files = 270;
    private const int Reports = 4;

    private readonly LakeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task DailyReport_leaves_a_file_for_each_account_and_day_with_the_totals_of_the_campaigns()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        using var run = SampleRun.Start(_folder.Path, "--emulator", emulator.BaseAddress.AbsoluteUri);
        Assert.True(await run.EndAsync() == 0, run.Output);

        Assert.Contains(Equal, run.Output, StringComparison.Ordinal);
        Assert.Equal(Files, _folder.Partitions.Count);
        Assert.Empty(_folder.Leftovers);
        Assert.Equal(Reports, emulator.Journal.Count(LeftEmulator.Submit));
        var days = await _folder.ReadAsync();
        Assert.Equal(await CampaignsAsync(emulator, days.Keys), days.Select(static d => (d.Key.Account, d.Key.Day, d.Value.Clicks, d.Value.Impressions, d.Value.Spend)).Order());
    }

    [Fact]
    public async Task DailyReport_pulls_again_and_puts_new_files_in_the_places_of_the_old_ones()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        using (var first = SampleRun.Start(_folder.Path, "--emulator", emulator.BaseAddress.AbsoluteUri))
        {
            Assert.True(await first.EndAsync() == 0, first.Output);
        }

        var (files, days) = (_folder.Partitions, await _folder.ReadAsync());
        using var second = SampleRun.Start(_folder.Path, "--emulator", emulator.BaseAddress.AbsoluteUri);
        Assert.True(await second.EndAsync() == 0, second.Output);

        Assert.Equal(2 * Reports, emulator.Journal.Count(LeftEmulator.Submit));
        Assert.Equal(files, _folder.Partitions);
        Assert.Empty(_folder.Leftovers);
        Assert.Equal(days, await _folder.ReadAsync());
    }

    [Fact]
    public async Task DailyReport_goes_on_with_its_jobs_when_it_and_its_emulator_were_killed()
    {
        await using var watch = new SubmissionWatch(_folder.Path);
        LeftEmulator dead;
        using (var first = SampleRun.Start(_folder.Path))
        {
            await first.LinesAsync(": job ", Reports);
            Assert.True(await first.KillAsync());
            dead = LeftEmulator.Find(_folder.Path)!;
            Assert.True(dead.IsAlive());
            await dead.KillAsync();
        }

        using var second = SampleRun.Start(_folder.Path);
        Assert.True(await second.EndAsync() == 0, second.Output);

        Assert.Contains(Equal, second.Output, StringComparison.Ordinal);
        Assert.Equal(Files, _folder.Partitions.Count);
        Assert.Empty(_folder.Leftovers);
        var (other, again) = Assert.Single(watch.Submissions, e => e.Key != dead);
        Assert.Equal(0, again);
        Assert.False(other.IsAlive());
    }

    [Fact]
    public async Task DailyReport_waits_for_another_one_in_its_folder_and_does_not_do_its_work_again()
    {
        await using var emulator = await EmulatorHost.StartAsync();
        using var first = SampleRun.Start(_folder.Path, "--emulator", emulator.BaseAddress.AbsoluteUri);
        await first.LinesAsync("New pull");
        using var second = SampleRun.Start(_folder.Path, "--emulator", emulator.BaseAddress.AbsoluteUri);
        Assert.True(await first.EndAsync() == 0, first.Output);
        Assert.True(await second.EndAsync() == 0, second.Output);

        Assert.Contains("Another run has finished this pull", second.Output, StringComparison.Ordinal);
        Assert.Equal(Reports, emulator.Journal.Count(LeftEmulator.Submit));
        Assert.Empty(_folder.Leftovers);
    }

    [Theory]
    [InlineData("--real", "BINGADS_ACCOUNT_IDS is not set", 1)]
    [InlineData("--days", "usage:", 2)]
    [InlineData("--emulator", "usage:", 2)]
    public async Task DailyReport_says_what_it_lacks(string word, string said, int code)
    {
        using var run = SampleRun.Start(_folder.Path, word);
        Assert.Equal(code, await run.EndAsync());
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<(long, DateOnly, long, long, decimal)>> CampaignsAsync(EmulatorHost emulator, IEnumerable<(long Account, DateOnly Day)> days)
    {
        var keys = days.ToList();
        using var manager = new ReportingServiceManager(await emulator.SignInAsync(), emulator.CreateClientOptions());
        var request = ReportRequest.CampaignPerformance(
            [.. keys.Select(static k => k.Account).Distinct()],
            ["TimePeriod", "AccountId", "CampaignId", "Clicks", "Impressions", "Spend"],
            ReportTime.Days(keys.Min(static k => k.Day), keys.Max(static k => k.Day), ReportTimeZone.PacificTimeUSCanadaTijuana));
        await using var reader = await manager.DownloadReportAsync(new ReportingDownloadParameters { ReportRequest = request });
        var rows = new List<CampaignPerformanceRecord>();
        await foreach (var row in reader.ReadAsync<CampaignPerformanceRecord>())
        {
            rows.Add(row);
        }

        return rows.GroupBy(static r => (r.AccountId!.Value, r.TimePeriod!.Value.Date!.Value))
            .Select(static g => (g.Key.Item1, g.Key.Item2, g.Sum(static r => r.Clicks!.Value), g.Sum(static r => r.Impressions!.Value), g.Sum(static r => r.Spend!.Value))).Order();
    }
}
