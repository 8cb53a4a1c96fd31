using Apache.Arrow;

namespace BingAds.Analytics.Tests;

/// <summary>What becomes of each form that cells have.</summary>
public class ColumnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Clicks", "1480", 1480L)]
    [InlineData("Clicks", "1,480", 1480L)]
    [InlineData("Clicks", "2.00", 2L)]
    [InlineData("Clicks", "-3", -3L)]
    [InlineData("KeywordId", "9223372036854775807", long.MaxValue)]
    [InlineData("Ctr", "12.50%", 12.5)]
    [InlineData("Ctr", "12.50", 12.5)]
    [InlineData("Ctr", "-", null)]
    [InlineData("ReturnOnAdSpend", "1.3333333333", 1.3333333333)]
    [InlineData("Keyword", "shoes", "shoes")]
    [InlineData("Keyword", "  shoes ", "  shoes ")]
    [InlineData("Keyword", "red \"winter\", shoes – 靴", "red \"winter\", shoes – 靴")]
    [InlineData("SomethingNew", "1,480", "1,480")]
    [InlineData("Clicks", "", null)]
    [InlineData("Clicks", "--", null)]
    [InlineData("Clicks", " ", null)]
    [InlineData("Spend", "--", null)]
    [InlineData("TimePeriod", "", null)]
    [InlineData("Keyword", "", null)]
    [InlineData("Keyword", "--", null)]
    [InlineData("Keyword", "---", "---")]
    public async Task Cell_becomes_a_value_of_its_column(string column, string cell, object? expected) => Assert.Equal(expected, await OneAsync(column, cell));

    [Theory]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("0.123456", "0.123456")]
    [InlineData("0.12345600", "0.123456")]
    [InlineData("$5", "5")]
    [InlineData("(12.50)", "-12.50")]
    [InlineData("-0.01", "-0.01")]
    [InlineData("999999999999.999999", "999999999999.999999")]
    [InlineData("-999999999999.999999", "-999999999999.999999")]
    public async Task Money_is_exact(string cell, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), await OneAsync("Spend", cell));

    [Theory]
    [InlineData("2026-03-15")]
    [InlineData("3/15/2026")]
    public async Task Day_is_a_date(string cell) => Assert.Equal(new DateOnly(2026, 3, 15), await OneAsync("TimePeriod", cell));

    [Theory]
    [InlineData("2026-02-28", "2026-02-28")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-31")]
    [InlineData("2026", "2026-01-01")]
    public async Task Edges_of_the_calendar_are_dates(string cell, string expected) =>
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), await OneAsync("TimePeriod", cell, cell == "2026" ? "Yearly" : "Daily"));

    [Theory]
    [InlineData("2026-03-15|7")]
    [InlineData("2026-03-15|07")]
    [InlineData("3/15/2026 12:00:00 AM|7")]
    public async Task Hour_is_a_timestamp(string cell) => Assert.Equal(new DateTime(2026, 3, 15, 7, 0, 0), await OneAsync("TimePeriod", cell, "Hourly"));

    [Theory]
    [InlineData("23", "HourOfDay", 23L)]
    [InlineData("1", "DayOfWeek", 1L)]
    public async Task Hour_of_the_day_and_day_of_the_week_are_numbers(string cell, string aggregation, long expected) => Assert.Equal(expected, await OneAsync("TimePeriod", cell, aggregation));

    [Theory]
    [InlineData("Clicks", "many")]
    [InlineData("Clicks", "1.5")]
    [InlineData("Clicks", "12,5")]
    [InlineData("Clicks", "9223372036854775808")]
    [InlineData("Clicks", "1\"2")]
    [InlineData("Spend", "0.1234567")]
    [InlineData("Spend", "1000000000000")]
    [InlineData("Spend", "79228162514264337593543950335")]
    [InlineData("Ctr", "high")]
    [InlineData("TimePeriod", "2026-02-29")]
    [InlineData("TimePeriod", "2026-13-01")]
    [InlineData("TimePeriod", "0000-01-01")]
    [InlineData("TimePeriod", "yesterday")]
    [InlineData("TimePeriod", "2026-03-15|7")]
    public async Task Bad_cell_is_an_error_that_tells_where_it_is(string column, string cell)
    {
        var error = await Assert.ThrowsAsync<FormatException>(() => OneAsync(column, cell));

        Assert.StartsWith($"Column '{column}', line 10: '", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<1%", 1.0)]
    [InlineData(">90.5%", 90.5)]
    public async Task Bound_is_its_number_and_is_counted(string cell, double expected)
    {
        using var folder = new TemporaryFolder();
        await using var reader = new ReportText("Ctr").Row(cell).Row("2%").Open();

        var result = await reader.WriteParquetAsync(folder["x.parquet"], cancellationToken: Token);

        Assert.Equal((2, 0, 1), (result.Rows, result.BadCells, result.BoundCells));
        Assert.Equal(expected, await OneAsync("Ctr", cell));
    }

    [Fact]
    public async Task Texts_that_repeat_and_texts_that_do_not_come_back_in_their_order()
    {
        var random = new Random(7);
        var texts = Enumerable.Range(0, 9_000).Select(i => i % 11 == 0 ? "" : i % 3 == 0 ? $"name {random.Next(5)}" : i < 4_000 ? $"term {random.Next(40)}" : $"search term number {i}").ToList();
        var report = new ReportText("Keyword", "CampaignName");
        texts.ForEach(t => report.Row(t, $"{t.Length}"));

        var read = new List<string?>();
        await using var reader = report.Open();
        await foreach (var batch in reader.ReadBatchesAsync(new() { RowsPerGroup = 3_000 }, Token))
        {
            var column = (StringArray)batch.Column(0);
            read.AddRange(Enumerable.Range(0, batch.Length).Select(i => column.GetString(i)));
            batch.Dispose();
        }

        Assert.Equal(texts.Select(static t => t.Length == 0 ? null : t), read);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_become_the_sign_for_it()
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes("\"Keyword\",\"Clicks\"\r\n\"caf\u00e9\",\"1\"\r\n\"caf\u00e9\",\"2\"\r\n");
        await using var reader = new Reporting.ReportFileReader(new MemoryStream(bytes));

        await foreach (var batch in reader.ReadBatchesAsync(cancellationToken: Token))
        {
            Assert.Equal(["caf\uFFFD", "caf\uFFFD"], Enumerable.Range(0, 2).Select(i => ((StringArray)batch.Column(0)).GetString(i)));
        }
    }

    private static async Task<object?> OneAsync(string column, string cell, string aggregation = "Daily")
    {
        await using var reader = new ReportText(column, "Impressions") { Aggregation = aggregation }.Row(cell, "1").Open();
        await foreach (var batch in reader.ReadBatchesAsync(cancellationToken: Token))
        {
            var array = batch.Column(0);
            return array.IsNull(0) ? null : array switch
            {
                Int64Array whole => whole.GetValue(0),
                Decimal128Array money => money.GetValue(0),
                DoubleArray share => share.GetValue(0),
                Date32Array day => DateOnly.FromDateTime(day.GetDateTime(0)!.Value),
                TimestampArray time => time.GetTimestamp(0)!.Value.DateTime,
                StringArray text => text.GetString(0),
                _ => array,
            };
        }

        return "no rows";
    }
}
