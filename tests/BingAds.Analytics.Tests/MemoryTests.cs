using System.Globalization;
using BingAds.Bench;

namespace BingAds.Analytics.Tests;

/// <summary>However long a report is, the memory it takes stays the same.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class MemoryTests : IDisposable
{
    private const int FewRows = 120_000;
    private const int ManyRows = 720_000;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Six_times_the_rows_need_hardly_more_memory()
    {
        var (few, many) = (await WriteAsync(FewRows), await WriteAsync(ManyRows));
        var more = new FileInfo(many).Length - new FileInfo(few).Length;
        Assert.True(more > 150_000_000, "The files are too small to tell.");

        foreach (var mode in new[] { "parquet", "lake" })
        {
            var (peakOfFew, peakOfMany) = (await PeakAsync(mode, few), await PeakAsync(mode, many));

            Assert.True(peakOfMany - peakOfFew < more / 2, $"{mode}: {peakOfFew:N0} bytes at most, then {peakOfMany:N0} for a file that is {more:N0} bytes longer.");
        }
    }

    [Fact]
    public async Task Cells_become_no_strings()
    {
        var few = await AllocatedAsync(20_000);
        var many = await AllocatedAsync(200_000);

        // Strings of a row would take 700 bytes and more. What a build without optimization allocates for numbers stays below this, and with it there is nothing of the kind.
        Assert.True(many - few < 180_000 * 100, $"{many - few:N0} bytes more for 180,000 rows more.");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> WriteAsync(int rows)
    {
        var report = _folder[$"{rows}.csv"];
        await using var file = File.Create(report);
        ReportSample.Write(file, rows);
        return report;
    }

    private async Task<long> PeakAsync(string mode, string report)
    {
        using var process = LakeApp.Start(mode, report, _folder[$"{mode}-{Path.GetFileName(report)}"]);
        var peak = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return long.Parse(peak, CultureInfo.InvariantCulture);
    }

    private async Task<long> AllocatedAsync(int rows)
    {
        using var text = new MemoryStream();
        ReportSample.Write(text, rows);
        text.Position = 0;
        await using var reader = new Reporting.ReportFileReader(text);
        var before = GC.GetTotalAllocatedBytes();
        await reader.WriteParquetAsync(_folder[$"{rows}.parquet"], new() { RowsPerGroup = 10_000 }, TestContext.Current.CancellationToken);
        return GC.GetTotalAllocatedBytes() - before;
    }
}

/// <summary>What is measured must not be disturbed by what others allocate.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
