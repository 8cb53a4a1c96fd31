using BingAds.V13.Reporting;

namespace BingAds.Analytics.Tests;

public sealed class LakeQueryTests : IDisposable
{
    private static readonly DateOnly s_first = new(2026, 3, 1);
    private readonly TemporaryFolder _folder = new();
    private readonly ReportLake _lake;

    public LakeQueryTests() => _lake = new ReportLake(_folder["lake"], new() { FlushToDisk = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Query_takes_parameters_and_gives_typed_rows()
    {
        await FillAsync();

        await using var rows = await _lake.QueryAsync(
            "select AccountId, sum(Spend) as Spend, sum(Clicks) as Clicks, avg(Ctr) as Ctr, max(Keyword) as Keyword from KeywordPerformance where TimePeriod >= $from and Keyword <> $not group by all",
            new Dictionary<string, object?> { ["from"] = s_first.AddDays(1), ["not"] = "boots" },
            Token);
        var row = await rows.SingleAsync(Token);

        Assert.Equal(["AccountId", "Spend", "Clicks", "Ctr", "Keyword"], rows.Columns);
        Assert.Equal((8001L, 0.30m, 3L, 12.5), (row.Get<long>("AccountId"), row.Get<decimal>("spend"), row.Get<long>("Clicks"), row.Get<double>("Ctr")));
        Assert.Equal("red \"shoes\"", row.Get<string>("Keyword"));
    }

    [Fact]
    public async Task Every_known_report_is_a_view_with_typed_columns_when_nothing_is_there()
    {
        foreach (var report in ReportSchema.Reports)
        {
            await using var rows = await _lake.QueryAsync($"select * from {report}", cancellationToken: Token);

            var fields = ReportSchema.For(report).Fields;
            Assert.Equal(fields.Select(static f => f.Name), rows.Columns);
            Assert.Empty(await rows.ToListAsync(Token));
        }

        await using var types = await _lake.QueryAsync("describe KeywordPerformance", cancellationToken: Token);
        var described = await types.ToDictionaryAsync(static r => r.Get<string>("column_name"), static r => r.Get<string>("column_type"), cancellationToken: Token);
        Assert.All(ReportSchema.For("KeywordPerformance").Fields, f => Assert.Equal(f.SqlType, described[f.Name]));
    }

    [Fact]
    public async Task View_has_all_columns_of_its_report_and_then_those_that_are_new()
    {
        await FillAsync();
        await using var reader = new ReportText("TimePeriod", "AccountId", "Clicks", "SomethingNew").Row("2026-03-09", "8001", "1", "as it is").Open();
        await _lake.ReplaceAsync(reader, new LakeWindow("KeywordPerformance", 8001, new(2026, 3, 9), new(2026, 3, 9)), Token);

        await using var rows = await _lake.QueryAsync("select * from keywordperformance where SomethingNew is not null", cancellationToken: Token);
        var row = await rows.SingleAsync(Token);

        Assert.Equal(ReportSchema.For("KeywordPerformance").Fields.Select(static f => f.Name).Append("SomethingNew"), rows.Columns);
        Assert.Equal("as it is", row["SomethingNew"]);
        Assert.Null(row["Keyword"]);
    }

    [Theory]
    [InlineData("create table t (i int)")]
    [InlineData("insert into KeywordPerformance select * from KeywordPerformance")]
    [InlineData("copy (select 1) to 'LAKE/x.csv'")]
    [InlineData("attach 'LAKE/x.db'")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("set threads = 1")]
    [InlineData("pragma threads = 1")]
    [InlineData("call pragma_version()")]
    [InlineData("explain analyze select 1")]
    [InlineData("export database 'LAKE/x'")]
    [InlineData("checkpoint")]
    [InlineData("begin transaction")]
    [InlineData("drop view KeywordPerformance")]
    [InlineData("select 1; select 2")]
    [InlineData("select 1) ; copy (select 1) to 'LAKE/x.csv'; select * from (select 1")]
    [InlineData("-- nothing")]
    public async Task Statement_that_is_no_single_query_is_refused(string sql)
    {
        await FillAsync();
        var before = _folder.Files();

        var error = await Assert.ThrowsAsync<ReportLakeException>(() => _lake.QueryAsync(sql.Replace("LAKE", _lake.Folder, StringComparison.Ordinal), cancellationToken: Token));

        Assert.True(error.Fault == LakeFault.NotAQuery || error.Message.Contains("Error: ", StringComparison.Ordinal), error.Message);
        Assert.Equal(before, _folder.Files());
    }

    [Theory]
    [InlineData("select * from read_text('/etc/hostname')")]
    [InlineData("select * from glob('/*')")]
    [InlineData("select * from read_csv('https://127.0.0.1:1/x.csv')")]
    [InlineData("select * from 'OUTSIDE'")]
    [InlineData("select * from read_parquet('LAKE/../outside.parquet')")]
    [InlineData("select * from query('copy (select 1) to ''LAKE/x.csv''')")]
    public async Task Query_sees_nothing_outside_of_the_lake(string sql)
    {
        await FillAsync();
        await File.WriteAllBytesAsync(_folder["outside.parquet"], await File.ReadAllBytesAsync((await _lake.GetPartitionsAsync("KeywordPerformance", Token))[0].Path, Token), Token);

        var error = await Assert.ThrowsAsync<ReportLakeException>(() => _lake.QueryAsync(
            sql.Replace("LAKE", _lake.Folder, StringComparison.Ordinal).Replace("OUTSIDE", _folder["outside.parquet"], StringComparison.Ordinal), cancellationToken: Token));

        Assert.Equal(LakeFault.QueryFailed, error.Fault);
    }

    [Fact]
    public async Task Query_reads_files_of_the_lake_directly()
    {
        await FillAsync();

        await using var rows = await _lake.QueryAsync($"select count(*) from '{_lake.Folder}/KeywordPerformance/*/*/*.parquet'", cancellationToken: Token);

        Assert.Equal(4, (await rows.SingleAsync(Token)).Get<int>(0));
    }

    [Theory]
    [InlineData("select Nope from KeywordPerformance", "Nope")]
    [InlineData("select * from NoSuchReport", "NoSuchReport")]
    [InlineData("selekt 1", "selekt")]
    [InlineData("select cast(Keyword as int) from KeywordPerformance", "red")]
    [InlineData("select $absent", "parameters")]
    public async Task Error_of_a_query_names_what_is_wrong(string sql, string named)
    {
        await FillAsync();

        var error = await Assert.ThrowsAsync<ReportLakeException>(() => _lake.QueryAsync(sql, cancellationToken: Token));

        Assert.Equal(LakeFault.QueryFailed, error.Fault);
        Assert.Contains(named, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Query_stops_when_it_is_cancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var query = _lake.QueryAsync("select sum(a.range * b.range) from range(1000000) a, range(1000000) b", cancellationToken: stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
    }

    [Fact]
    public async Task Rows_are_read_once_and_tell_what_does_not_fit()
    {
        await using var rows = await _lake.QueryAsync("select 1 as One, null as Nothing, 'x' as Text, 300::hugeint as Wide", cancellationToken: Token);
        var row = await rows.SingleAsync(Token);

        Assert.Equal(300, row.Get<int>("Wide"));
        Assert.Null(row.GetOrNull<long>("Nothing"));
        Assert.Contains("Nothing", Assert.Throws<InvalidCastException>(() => row.Get<long>("Nothing")).Message, StringComparison.Ordinal);
        Assert.Contains("Text", Assert.Throws<InvalidCastException>(() => row.Get<long>("Text")).Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => row.Get<byte>("Wide"));
        Assert.Contains("One", Assert.Throws<KeyNotFoundException>(() => row["Two"]).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rows.SingleAsync(Token));
    }

    [Fact]
    public void Window_and_folder_are_checked()
    {
        Assert.Throws<ArgumentException>(() => new LakeWindow("NoSuchReport", 8001, s_first, s_first));
        Assert.Throws<ArgumentException>(() => new LakeWindow("KeywordPerformance", [], s_first, s_first));
        Assert.Throws<ArgumentException>(() => new LakeWindow("KeywordPerformance", 8001, s_first, s_first.AddDays(-1)));
        Assert.Throws<ArgumentException>(() => new ReportLake("some[folder]"));
        Assert.Throws<ReportLakeException>(() => LakeTable.For(new LakeWindow("KeywordPerformance", 8001, s_first, s_first) { Aggregation = ReportAggregation.Daily }, ReportAggregation.Hourly));
    }

    public void Dispose() => _folder.Dispose();

    private async Task FillAsync()
    {
        await using var reader = new ReportText("TimePeriod", "AccountId", "Keyword", "Clicks", "Spend", "Ctr")
            .Row("2026-03-01", "8001", "red \"shoes\"", "9", "1.00", "")
            .Row("2026-03-02", "8001", "red \"shoes\"", "1", "0.10", "10.00%")
            .Row("2026-03-02", "8001", "blue shoes", "2", "0.20", "15.00%")
            .Row("2026-03-03", "8001", "boots", "4", "1,000.40", "--")
            .Open();
        await _lake.ReplaceAsync(reader, new LakeWindow("KeywordPerformance", 8001, s_first, s_first.AddDays(2)), Token);
    }
}
