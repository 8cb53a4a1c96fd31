using BingAds.Bench;
using BingAds.Errors;
using BingAds.Reporting;
using Parquet;

namespace BingAds.Analytics.Tests;

public sealed class ParquetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Path => _folder["report.parquet"];

    [Theory]
    [InlineData(ReportCompression.Zstd)]
    [InlineData(ReportCompression.Snappy)]
    [InlineData(ReportCompression.None)]
    public async Task Sums_in_the_file_are_those_of_the_report(ReportCompression compression)
    {
        const int Rows = 5_000;
        var sums = await SumsAsync(Rows);

        await using var reader = Sample(Rows);
        var result = await reader.WriteParquetAsync(Path, new() { Compression = compression, RowsPerGroup = 700 }, Token);

        Assert.Equal((Rows, 0, 0, new FileInfo(Path).Length), (result.Rows, result.BadCells, result.BoundCells, result.Bytes));
        Assert.Equal([sums], Duck.Ask($"select count(*), sum(KeywordId), sum(Clicks), sum(Spend), sum(Revenue), count(Ctr), count(QualityScore), sum(strlen(Keyword)), sum(strlen(CampaignName)), sum(TimePeriod - date '1970-01-01') from '{Path}'"));
    }

    [Fact]
    public async Task Another_library_reads_the_same()
    {
        await using var reader = Sample(3_000);
        await reader.WriteParquetAsync(Path, new() { RowsPerGroup = 1_000 }, Token);

        await using var stream = File.OpenRead(Path);
        await using var parquet = await ParquetReader.CreateAsync(stream, cancellationToken: Token);

        Assert.Equal(3, parquet.RowGroupCount);
        Assert.Equal(ReportSample.Columns, parquet.Schema.DataFields.Select(static f => f.Name));
        Assert.Equal(typeof(long), parquet.Schema.DataFields.Single(static f => f.Name == "Clicks").ClrType);
        Assert.Equal(typeof(decimal), parquet.Schema.DataFields.Single(static f => f.Name == "Spend").ClrType);
        Assert.Equal("KeywordPerformance", parquet.CustomMetadata.GetValueOrDefault("bingads.report", "KeywordPerformance"));
    }

    [Fact]
    public async Task File_tells_what_the_report_tells_about_itself()
    {
        await using var reader = new ReportText("TimePeriod", "Clicks", "Ctr").Row("2026-03-01", "1", "5%").Open();
        await reader.WriteParquetAsync(Path, new() { Report = "KeywordPerformance" }, Token);

        var facts = Duck.Ask($"select decode(key) || '=' || decode(value) from parquet_kv_metadata('{Path}') where decode(key) like 'bingads.%' order by all");

        Assert.Equal(
            [
                "bingads.aggregation=Daily", "bingads.first_day=2026-03-01", "bingads.last_completed_day=2026-04-02T22:15:00+00:00", "bingads.last_day=2026-03-31",
                "bingads.potentially_incomplete=true", "bingads.report=KeywordPerformance", "bingads.report_name=test", "bingads.time_zone=PacificTimeUSCanadaTijuana",
                "bingads.time_zone_text=(GMT-08:00) Pacific Time (US & Canada); Tijuana",
            ],
            facts);
    }

    [Fact]
    public async Task Columns_have_the_types_of_their_names()
    {
        await using var reader = new ReportText("TimePeriod", "KeywordId", "Spend", "Ctr", "Keyword", "SomethingNew", "Clicks", "Clicks", "").Row("2026-03-01", "1", "2", "3", "4", "5", "6", "7", "8").Open();
        await reader.WriteParquetAsync(Path, cancellationToken: Token);

        Assert.Equal(
            [
                "TimePeriod|DATE", "KeywordId|BIGINT", "Spend|DECIMAL(18,6)", "Ctr|DOUBLE", "Keyword|VARCHAR", "SomethingNew|VARCHAR", "Clicks|BIGINT", "Clicks_2|BIGINT", "Column9|VARCHAR",
            ],
            Duck.Ask($"select column_name, column_type from (describe select * from '{Path}')"));
    }

    [Fact]
    public async Task Column_of_nulls_only_is_one()
    {
        var report = new ReportText("Keyword", "Clicks", "Spend", "TimePeriod");
        for (var i = 0; i < 5_000; i++)
        {
            report.Row("--", "", "--", "");
        }

        await using var reader = report.Open();
        await reader.WriteParquetAsync(Path, cancellationToken: Token);

        Assert.Equal(["5000|0|0|0|0"], Duck.Ask($"select count(*), count(Keyword), count(Clicks), count(Spend), count(TimePeriod) from '{Path}'"));
    }

    [Fact]
    public async Task Report_without_rows_is_a_file_with_its_columns()
    {
        await using var reader = new ReportText("TimePeriod", "Clicks").Open();
        var result = await reader.WriteParquetAsync(Path, cancellationToken: Token);

        Assert.Equal(0, result.Rows);
        Assert.Equal(["TimePeriod|DATE", "Clicks|BIGINT"], Duck.Ask($"select column_name, column_type from (describe select * from '{Path}')"));
    }

    [Fact]
    public async Task Short_file_leaves_the_old_one_as_it_was()
    {
        await File.WriteAllTextAsync(Path, "old", Token);
        await using var reader = new ReportText("Clicks", "Impressions") { RowCount = 9 }.Row("1", "2").Open();

        var error = await Assert.ThrowsAsync<FileFormatException>(() => reader.WriteParquetAsync(Path, cancellationToken: Token));

        Assert.Equal(FileFault.RowCountMismatch, error.Fault);
        Assert.Equal("old", await File.ReadAllTextAsync(Path, Token));
        Assert.Equal(["report.parquet"], _folder.Files());
    }

    [Fact]
    public async Task Bad_cells_become_null_when_asked_for_and_are_counted()
    {
        await using var reader = new ReportText("Clicks", "Spend", "TimePeriod").Row("many", "much", "some day").Row("1", "2", "2026-03-01").Open();

        var result = await reader.WriteParquetAsync(Path, new() { BadCells = BadCells.Null }, Token);

        Assert.Equal(3, result.BadCells);
        Assert.Equal(["2|1|1|1"], Duck.Ask($"select count(*), count(Clicks), count(Spend), count(TimePeriod) from '{Path}'"));
    }

    [Fact]
    public async Task Cancelled_work_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        await using var reader = Sample(1_000);
        await reader.ReadHeaderAsync(Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.WriteParquetAsync(Path, cancellationToken: stop.Token));

        Assert.Empty(_folder.Files());
    }

    public void Dispose() => _folder.Dispose();

    private static MemoryStream SampleText(int rows)
    {
        var stream = new MemoryStream();
        ReportSample.Write(stream, rows);
        stream.Position = 0;
        return stream;
    }

    private static ReportFileReader Sample(int rows) => new(SampleText(rows));

    /// <summary>The sums as the reader's own cells give them.</summary>
    private static async Task<string> SumsAsync(int rows)
    {
        await using var reader = Sample(rows);
        long count = 0, ids = 0, clicks = 0, ctrs = 0, scores = 0, keywords = 0, campaigns = 0, days = 0;
        var (spend, revenue) = (0m, 0m);
        await foreach (var row in reader.ReadRows(Token))
        {
            count++;
            ids += row["KeywordId"].Parse<long>();
            clicks += row["Clicks"].Parse<long>();
            spend += row["Spend"].Parse<decimal>();
            revenue += row["Revenue"].Parse<decimal>();
            ctrs += row["Ctr"].IsMissing ? 0 : 1;
            scores += row["QualityScore"].IsMissing ? 0 : 1;
            keywords += row["Keyword"].Utf8.Length;
            campaigns += row["CampaignName"].Utf8.Length;
            days += row["TimePeriod"].ParseDateOrNull()!.Value.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
        }

        return FormattableString.Invariant($"{count}|{ids}|{clicks}|{spend:0.######}|{revenue:0.######}|{ctrs}|{scores}|{keywords}|{campaigns}|{days}");
    }
}
