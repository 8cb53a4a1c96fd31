using System.Globalization;
using BingAds.Bench;

namespace BingAds.Analytics.Tests;

/// <summary>However long a report is, the memory it takes stays the same.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class MemoryTests : IDisposable
{
    private const int FewRows = 60_000;
    private const int ManyRows = 480_000;
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("parquet")]
    [InlineData("lake")]
    public async Task Eight_times_the_rows_need_hardly_more_memory(string mode)
    {
        var few = await PeakAsync(mode, FewRows);
        var many = await PeakAsync(mode, ManyRows);

        var more = new FileInfo(_folder[$"{ManyRows}.csv"]).Length - new FileInfo(_folder[$"{FewRows}.csv"]).Length;
        Assert.True(many - few < more / 2, $"{mode}: {few:N0} bytes for {FewRows:N0} rows, {many:N0} for {ManyRows:N0}, whose file is {more:N0} bytes longer.");
        Assert.True(more > 100_000_000, "The files are too small to tell.");
    }

    [Fact]
    public async Task Rows_are_no_objects()
    {
        var few = await AllocatedAsync(4_000);
        var many = await AllocatedAsync(44_000);

        // What remains are lists of the row groups.
        Assert.True(many - few < 40_000 * 8, $"{many - few:N0} bytes more for 40,000 rows more.");
    }

    public void Dispose() => _folder.Dispose();

    private async Task<long> PeakAsync(string mode, int rows)
    {
        var report = _folder[$"{rows}.csv"];
        await using (var file = File.Create(report))
        {
            ReportSample.Write(file, rows);
        }

        using var process = LakeApp.Start(mode, report, _folder[$"{mode}-{rows}"]);
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
        await reader.WriteParquetAsync(_folder[$"{rows}.parquet"], new() { RowsPerGroup = 2_000 }, TestContext.Current.CancellationToken);
        return GC.GetTotalAllocatedBytes() - before;
    }
}

/// <summary>What is measured must not be disturbed by what others allocate.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}
