using System.Diagnostics;
using BingAds.V13.Bulk;
using static BingAds.Emulator.Tests.Records.RecordSession;

namespace BingAds.Emulator.Tests.Records;

public sealed class LargeUploadTests(ITestOutputHelper output)
{
    /// <summary>Time is told, not judged: other work may run beside. Twenty times the rows take twenty times as long, which is what matters.</summary>
    [Fact]
    public async Task Many_rows_take_time_in_proportion()
    {
        await using var session = await StartAsync();
        const int Groups = 20;
        const int Keywords = 500;
        var rows = new List<Dictionary<string, string>> { Sample.Campaign() };
        for (var g = 0; g < Groups; g++)
        {
            var group = $"{-2 - g}";
            rows.Add(Sample.AdGroup(group, "-1", $"Group {g}"));
            rows.AddRange(Enumerable.Range(0, Keywords).Select(k => Sample.Keyword($"word {k}", group)));
        }

        var file = await ReadAsync(rows);
        var watch = Stopwatch.StartNew();
        foreach (var chunk in file.Chunk(1_000))
        {
            Assert.All(await session.ApplyAsync([.. chunk]), static a => Assert.Empty(a.Errors));
        }

        output.WriteLine($"{rows.Count} rows applied in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var read = await session.DownloadAsync(DownloadEntity.Campaigns, DownloadEntity.AdGroups, DownloadEntity.Keywords);
        output.WriteLine($"{read.Count} rows read in {watch.ElapsedMilliseconds} ms");

        Assert.Equal(2 + Groups + (Groups * Keywords), read.Count);
    }
}
