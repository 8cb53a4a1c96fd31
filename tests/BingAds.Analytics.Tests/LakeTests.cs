using BingAds.Errors;

namespace BingAds.Analytics.Tests;

public sealed class LakeTests : IDisposable
{
    private static readonly DateOnly s_first = new(2026, 3, 1);
    private readonly TemporaryFolder _folder = new();
    private readonly ReportLake _lake;

    public LakeTests() => _lake = new ReportLake(_folder["lake"], new() { FlushToDisk = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lake_has_one_file_for_each_account_and_day()
    {
        var result = await ReplaceAsync([8001, 8002], 3, Report().Row("2026-03-02", "8002", "5").Row("2026-03-01", "8001", "1").Row("2026-03-02", "8002", "6").Row("2026-03-03", "8001", "2"));

        Assert.Equal((4, 3, 0), (result.Rows, result.PartitionsWritten, result.PartitionsRemoved));
        Assert.Equal(
            [
                "lake/KeywordPerformance/account=8001/date=2026-03-01/rows.parquet",
                "lake/KeywordPerformance/account=8001/date=2026-03-03/rows.parquet",
                "lake/KeywordPerformance/account=8002/date=2026-03-02/rows.parquet",
            ],
            Files());
        Assert.Equal(["2026-03-02|8002|11"], Duck.Ask($"select strftime(TimePeriod, '%Y-%m-%d'), AccountId, sum(Clicks) from '{_folder[Files()[2]]}' group by all"));
    }

    [Fact]
    public async Task Replacing_a_window_leaves_what_is_outside_and_removes_days_without_rows()
    {
        await ReplaceAsync([8001, 8002], 5, Report().Row("2026-03-01", "8001", "1").Row("2026-03-02", "8001", "2").Row("2026-03-03", "8001", "3").Row("2026-03-01", "8002", "4"));

        await using var reader = Report().Row("2026-03-03", "8001", "30").Open();
        var result = await _lake.ReplaceAsync(reader, new LakeWindow("KeywordPerformance", 8001, s_first.AddDays(1), s_first.AddDays(3)), Token);

        Assert.Equal((1, 1, 1), (result.Rows, result.PartitionsWritten, result.PartitionsRemoved));
        Assert.Equal(["2026-03-01|8001|1", "2026-03-01|8002|4", "2026-03-03|8001|30"], await RowsAsync());
        Assert.Equal(3, (await _lake.GetPartitionsAsync("KeywordPerformance", Token)).Count);
    }

    [Fact]
    public async Task Account_without_a_day_left_loses_its_folder()
    {
        await ReplaceAsync([8001, 8002], 1, Report().Row("2026-03-01", "8001", "1").Row("2026-03-01", "8002", "4"));

        var result = await _lake.ClearAsync(new LakeWindow("KeywordPerformance", 8001, s_first, s_first), Token);

        Assert.Equal(1, result.PartitionsRemoved);
        Assert.Equal(["2026-03-01|8002|4"], await RowsAsync());
        Assert.False(Directory.Exists(Path.Combine(_lake.Folder, "KeywordPerformance", "account=8001")));
    }

    [Fact]
    public async Task Report_without_rows_empties_its_window()
    {
        await ReplaceAsync([8001], 1, Report().Row("2026-03-01", "8001", "1"));

        var result = await ReplaceAsync([8001], 1, Report());

        Assert.Equal((0, 0, 1), (result.Rows, result.PartitionsWritten, result.PartitionsRemoved));
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Short_file_changes_nothing()
    {
        await ReplaceAsync([8001], 2, Report().Row("2026-03-01", "8001", "1"));
        var cut = new ReportText("TimePeriod", "AccountId", "Clicks") { RowCount = 3 }.Row("2026-03-01", "8001", "7").Row("2026-03-02", "8001", "8");

        var error = await Assert.ThrowsAsync<FileFormatException>(() => ReplaceAsync([8001], 2, cut));

        Assert.Equal(FileFault.RowCountMismatch, error.Fault);
        Assert.Equal(["2026-03-01|8001|1"], await RowsAsync());
        Assert.Equal(["lake/KeywordPerformance/account=8001/date=2026-03-01/rows.parquet"], Files());
    }

    [Theory]
    [InlineData("2026-03-09", "8001", "TimePeriod")]
    [InlineData("2026-03-01", "8003", "AccountId")]
    [InlineData("", "8001", "TimePeriod")]
    [InlineData("2026-03-01", "--", "AccountId")]
    [InlineData("2026-03-01|7", "8001", "TimePeriod")]
    public async Task Row_outside_of_the_window_is_an_error(string day, string account, string column)
    {
        var error = await Assert.ThrowsAsync<ReportLakeException>(() => ReplaceAsync([8001, 8002], 2, Report().Row("2026-03-01", "8001", "1").Row(day, account, "2")));

        Assert.Equal(LakeFault.OutsideWindow, error.Fault);
        Assert.Contains($"Column '{column}', line 11", error.Message, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Bad_cell_is_an_error_that_changes_nothing_or_null_when_asked_for()
    {
        var report = Report().Row("2026-03-01", "8001", "many");

        var error = await Assert.ThrowsAsync<FormatException>(() => ReplaceAsync([8001], 1, report));
        var lenient = new ReportLake(_lake.Folder, new() { BadCells = BadCells.Null });
        await using var reader = report.Open();
        var result = await lenient.ReplaceAsync(reader, new LakeWindow("KeywordPerformance", 8001, s_first, s_first), Token);

        Assert.Equal("Column 'Clicks', line 10: 'many' is no BIGINT.", error.Message);
        Assert.Equal(1, result.BadCells);
        Assert.Equal(["2026-03-01|8001|null"], await RowsAsync());
    }

    [Fact]
    public async Task File_without_account_ids_takes_that_of_the_window()
    {
        await ReplaceAsync([8001], 1, new ReportText("TimePeriod", "Clicks").Row("2026-03-01", "5"));

        Assert.Equal(["2026-03-01|8001|5"], await RowsAsync());
    }

    [Fact]
    public async Task File_that_does_not_tell_accounts_or_days_is_refused()
    {
        var noAccount = await Assert.ThrowsAsync<ReportLakeException>(() => ReplaceAsync([8001, 8002], 1, new ReportText("TimePeriod", "Clicks").Row("2026-03-01", "5")));
        var noDay = await Assert.ThrowsAsync<ReportLakeException>(() => ReplaceAsync([8001], 1, new ReportText("AccountId", "Clicks").Row("8001", "5")));
        var summary = await Assert.ThrowsAsync<ReportLakeException>(() => ReplaceAsync([8001], 1, new ReportText("AccountId", "Clicks") { Aggregation = "Summary" }.Row("8001", "5")));

        Assert.All([noAccount, noDay, summary], static e => Assert.Equal(LakeFault.WrongReport, e.Fault));
        Assert.Contains("AccountId", noAccount.Message, StringComparison.Ordinal);
        Assert.Contains("TimePeriod", noDay.Message, StringComparison.Ordinal);
        Assert.Contains("Summary", summary.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_have_a_view_of_their_own()
    {
        await ReplaceAsync([8001], 1, Report().Row("2026-03-01", "8001", "9"));
        await ReplaceAsync([8001], 1, new ReportText("TimePeriod", "AccountId", "Clicks") { Aggregation = "Hourly" }.Row("2026-03-01|7", "8001", "4").Row("3/1/2026 12:00:00 AM|08", "8001", "5"));

        await using var rows = await _lake.QueryAsync("select TimePeriod, Clicks from KeywordPerformanceHourly order by all", cancellationToken: Token);

        Assert.Equal(["2026-03-01 07:00 4", "2026-03-01 08:00 5"], await rows.Select(static r => $"{r.Get<DateTime>(0):yyyy-MM-dd HH:mm} {r.Get<long>(1)}").ToListAsync(Token));
        Assert.Equal(["2026-03-01|8001|9"], await RowsAsync());
    }

    [Fact]
    public async Task Rows_beyond_the_memory_limit_go_to_a_file_and_come_back_in_their_order()
    {
        var report = Report();
        for (var i = 0; i < 20_000; i++)
        {
            report.Row($"2026-03-0{(i % 3) + 1}", i % 2 == 0 ? "8001" : "8002", $"{i}");
        }

        var lake = new ReportLake(_lake.Folder, new() { MaxRowBytesInMemory = 1 << 16, RowsPerGroup = 500, FlushToDisk = false });
        await using var reader = report.Open();
        await lake.ReplaceAsync(reader, new LakeWindow("KeywordPerformance", [8001, 8002], s_first, s_first.AddDays(2)), Token);

        Assert.Equal(["199990000|20000"], Duck.Ask($"select sum(Clicks), count(distinct Clicks) from '{_folder.Path}/lake/KeywordPerformance/*/*/*.parquet'"));
        Assert.Equal(["0"], Duck.Ask($"select count(*) from (select Clicks - lag(Clicks) over () as step from '{_folder[Files()[0]]}') where step <= 0"));
        Assert.Equal(6, Files().Count);
    }

    public void Dispose() => _folder.Dispose();

    private static ReportText Report() => new("TimePeriod", "AccountId", "Clicks");

    private IReadOnlyList<string> Files() => _folder.Files();

    private async Task<LakeReplaceResult> ReplaceAsync(long[] accounts, int days, ReportText report)
    {
        await using var reader = report.Open();
        return await _lake.ReplaceAsync(reader, new LakeWindow("KeywordPerformance", accounts, s_first, s_first.AddDays(days - 1)), Token);
    }

    private async Task<List<string>> RowsAsync()
    {
        await using var rows = await _lake.QueryAsync("select TimePeriod, AccountId, Clicks from KeywordPerformance order by all", cancellationToken: Token);
        return await rows.Select(static r => $"{r.Get<DateOnly>(0):yyyy-MM-dd}|{r[1]}|{r[2] ?? "null"}").ToListAsync(Token);
    }
}
