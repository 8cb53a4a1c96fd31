using System.Diagnostics;
using System.Globalization;
using BingAds.Analytics;
using BingAds.Lake.App;
using BingAds.Reporting;

switch (args)
{
    // Replaces the same window again and again until it is killed: all rows of a round tell its number, and a third of the days is left out in turn. Says each round before it begins.
    case ["rounds", var folder, var first]:
        var lake = new ReportLake(folder, new() { FlushToDisk = false });
        for (var round = int.Parse(first, CultureInfo.InvariantCulture); ; round++)
        {
            Console.WriteLine(round);
            await using var reader = new ReportFileReader(new MemoryStream(Rounds.Report(round)));
            await lake.ReplaceAsync(reader, Rounds.Window);
        }

    // One report to one file, and the most memory that it took, in bytes.
    case ["parquet", var report, var target]:
        await using (var reader = ReportFileReader.Open(report))
        {
            await reader.WriteParquetAsync(target, new() { RowsPerGroup = 10_000 });
        }

        return Say();

    // The same into a lake.
    case ["lake", var report, var folder]:
        await using (var reader = ReportFileReader.Open(report))
        {
            await new ReportLake(folder, new() { MaxRowBytesInMemory = 8 << 20, RowsPerGroup = 10_000, FlushToDisk = false })
                .ReplaceAsync(reader, new LakeWindow("KeywordPerformance", 180_000_001, new(2026, 3, 1), new(2026, 3, 31)));
        }

        return Say();

    default:
        return 2;
}

static int Say()
{
    using var self = Process.GetCurrentProcess();
    Console.WriteLine(self.PeakWorkingSet64);
    return 0;
}
