namespace BingAds.Samples.Tests;

/// <summary>The sample is killed at random points, alone, and started again until it is done.</summary>
public sealed class DailyReportKillTests(ITestOutputHelper output)
{
    private const int Files = 270;
    private const int Reports = 4;

    private static readonly int s_kills = Environment.GetEnvironmentVariable("BINGADS_LONG") == "1" ? 50 : 2;

    [Fact]
    public async Task DailyReport_submits_nothing_twice_and_leaves_whole_files_wherever_it_is_killed()
    {
        var random = new Random(20261124);
        var (expected, length) = await UndisturbedAsync();
        var (kills, doubtful) = (0, 0);
        while (kills < s_kills)
        {
            using var folder = new LakeFolder();
            var story = new List<string>();
            var (pulls, submitted, unknown) = (1, 0, 0);
            await using (var watch = new SubmissionWatch(folder.Path))
            {
                // One life has one to three deaths.
                for (var deaths = Math.Min(random.Next(1, 4), s_kills - kills); deaths > 0; deaths--)
                {
                    var hadPlan = folder.HasPlan;
                    using var run = SampleRun.Start(folder.Path);
                    await Task.Delay(length * random.NextDouble());
                    kills++;
                    var isKilled = await run.KillAsync();
                    story.Add(run.Output);
                    unknown += folder.DoubtfulSubmissions;

                    // Done, and killed only then or not at all: who starts it again asks for another pull.
                    if (!folder.HasPlan && (!isKilled || run.Output.Contains("The totals are equal.", StringComparison.Ordinal)))
                    {
                        pulls++;
                    }
                }

                using var last = SampleRun.Start(folder.Path);
                Assert.True(await last.EndAsync() == 0, string.Join("\n-- killed --\n", [.. story, last.Output]));
                story.Add(last.Output);
                submitted = watch.Submissions.Values.Sum();
                Assert.All(watch.Submissions.Keys, static e => Assert.False(e.IsAlive()));
            }

            // A submission that was noted and of which nobody knows may have been taken or not; all others count once.
            var tale = string.Join("\n-- killed --\n", story);
            Assert.True(submitted >= pulls * Reports && submitted <= (pulls * Reports) + unknown, $"{submitted} submissions for {pulls} pulls, {unknown} of them unknown.\n{tale}");
            doubtful += submitted - (pulls * Reports);
            Assert.Equal(Files, folder.Partitions.Count);
            Assert.Empty(folder.Leftovers);
            Assert.Equal(expected.OrderBy(static d => d.Key), (await folder.ReadAsync()).OrderBy(static d => d.Key));
        }

        output.WriteLine($"{kills} kills within {length.TotalSeconds:N1} s; {doubtful} reports submitted twice, because the service's answer could not be noted any more.");
    }

    /// <summary>What comes out when nobody disturbs it, and how long that takes.</summary>
    private static async Task<(Dictionary<(long Account, DateOnly Day), DaySums> Days, TimeSpan Length)> UndisturbedAsync()
    {
        using var folder = new LakeFolder();
        var start = TimeProvider.System.GetTimestamp();
        using var run = SampleRun.Start(folder.Path);
        Assert.True(await run.EndAsync() == 0, run.Output);
        return (await folder.ReadAsync(), TimeProvider.System.GetElapsedTime(start));
    }
}
