using System.Text;
using BingAds.Reporting;
#if DEBUG
using Fraction = decimal; // Code that is not optimized makes an object of each look into the constant table that doubles are read by.
#else
using Fraction = double;
#endif

namespace BingAds.Tests.ReportFiles;

public class ReportRecordTests
{
    private const string Text = """
        "Report Aggregation: Hourly"
        "Rows: 2"

        "TimePeriod","CampaignId","Keyword","Ctr","Spend","QualityScore","SomethingNew"
        "2026-03-01|07","330001","red ""winter"" shoes","12.50%","1,480.00","--","new"
        "2026-03-01|08","330001","hats","","-0.50","7",""

        """;

    [Fact]
    public async Task Records_are_typed_and_can_be_kept()
    {
        await using var reader = ReportText.Open(Text);
        var records = await reader.ReadAsync<KeywordPerformanceRecord>().ToListAsync();

        var first = records[0];
        Assert.Equal((330001L, "red \"winter\" shoes", 12.5m, 1480m, null), (first.CampaignId, first.Keyword, first.Ctr, first.Spend, first.QualityScore));
        Assert.Equal((new DateOnly(2026, 3, 1), 7), (first.TimePeriod?.Date, first.TimePeriod?.Hour));
        Assert.Equal((null, -0.5m, 7L), (records[1].Ctr, records[1].Spend, records[1].QualityScore));
        Assert.Equal((5L, 6L), (first.Line, records[1].Line));
    }

    [Fact]
    public async Task Record_keeps_columns_that_it_does_not_know_and_has_null_for_those_the_file_lacks()
    {
        await using var reader = ReportText.Open(Text);
        var record = await reader.ReadAsync<KeywordPerformanceRecord>().FirstAsync();

        Assert.Equal("new", record["SomethingNew"].ToString());
        Assert.Equal("--", record["QualityScore"].ToString());
        Assert.Null(record.AdGroupName);
        Assert.Null(record.Clicks);
        Assert.True(record["NoSuch"].IsEmpty);
        Assert.True(record[-1].IsEmpty);
        Assert.True(record[7].IsEmpty);
        Assert.Equal("TimePeriod=2026-03-01|07, CampaignId=330001, Keyword=red \"winter\" shoes, Ctr=12.50%, Spend=1,480.00, QualityScore=--, SomethingNew=new", record.ToString());
    }

    // The class of a property and the type of its column are made from one kind, by the generator and at run time.
    [Fact]
    public void Properties_of_records_are_of_the_types_of_their_columns()
    {
        var records = typeof(ReportRecord).Assembly.GetExportedTypes().Where(static t => t.BaseType == typeof(ReportRecord)).ToList();
        var properties = records.SelectMany(static t => t.GetProperties().Where(p => p.DeclaringType == t)).ToList();

        Assert.Equal(13, records.Count);
        Assert.All(properties, static p => Assert.True(ReportColumnTable.Find(p.Name)?.Type == TypeOf(p.PropertyType, p.Name), $"{p.DeclaringType}.{p.Name}"));
    }

    private static ReportColumnType TypeOf(Type property, string name) => Nullable.GetUnderlyingType(property)?.Name switch
    {
        nameof(Int64) => ReportColumnType.Whole,
        nameof(Decimal) => ReportColumnTable.Find(name)!.Kind == ReportValueKind.Percent ? ReportColumnType.Percent : ReportColumnType.Decimal,
        nameof(ReportPeriod) => ReportColumnType.Period,
        nameof(DateOnly) => ReportColumnType.Date,
        nameof(DateTime) => ReportColumnType.Time,
        _ => ReportColumnType.Text,
    };

    [Theory]
    [InlineData("KeywordId", ReportColumnType.Whole)]
    [InlineData("AdRelevance", ReportColumnType.Whole)]
    [InlineData("HistoricalExpectedCtr", ReportColumnType.Whole)]
    [InlineData("NewCustomerConversions", ReportColumnType.Decimal)]
    [InlineData("ReturnOnAdSpend", ReportColumnType.Decimal)]
    [InlineData("Spend", ReportColumnType.Decimal)]
    [InlineData("BidAdjustment", ReportColumnType.Percent)]
    [InlineData("TimePeriod", ReportColumnType.Period)]
    [InlineData("WeekStartingMonday", ReportColumnType.Date)]
    [InlineData("StartTime", ReportColumnType.Time)]
    [InlineData("Duration", ReportColumnType.Text)]
    [InlineData("DeviceType", ReportColumnType.Text)]
    [InlineData("SomethingNew", ReportColumnType.Unknown)]
    public void Column_has_the_type_of_its_kind(string column, ReportColumnType type) => Assert.Equal(type, new ReportColumns([column]).TypeOf(0));

    [Fact]
    public async Task Record_says_where_a_cell_is_that_cannot_be_read()
    {
        await using var reader = ReportText.Open(Text.Replace("\"-0.50\"", "\"much\""));
        var records = await reader.ReadAsync<KeywordPerformanceRecord>().ToListAsync();

        var error = Assert.Throws<FormatException>(() => records[1].Spend);
        Assert.Equal("Column 'Spend', line 6: 'much' is no Decimal.", error.Message);
    }

    [Fact]
    public async Task Any_report_has_records_and_so_has_a_class_of_the_caller()
    {
        await using var any = ReportText.Open(Text);
        await using var own = ReportText.Open(Text);

        Assert.Equal(["red \"winter\" shoes", "hats"], await any.ReadAsync<ReportRecord>().Select(static r => r["Keyword"].ToString()).ToListAsync());
        Assert.Equal([new SpendOfWord("red \"winter\" shoes", 1480), new SpendOfWord("hats", -0.5m)], await own.ReadAsync<SpendOfWord>().ToListAsync());
    }

    [Fact]
    public async Task Records_come_with_either_token_cancelled_to_an_end()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await using var one = ReportText.Open(Text);
        await using var two = ReportText.Open(Text);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await one.ReadAsync<ReportRecord>(cancelled.Token).ToListAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in two.ReadAsync<ReportRecord>().WithCancellation(cancelled.Token))
            {
                Assert.Fail(record.ToString());
            }
        });
    }

    [Fact]
    public async Task Rows_of_numbers_allocate_nothing_and_a_text_only_itself()
    {
        const int Rows = 20_000;
        var text = new StringBuilder("\"Keyword\",\"Clicks\",\"Spend\",\"Ctr\"\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append($"\"word {i:00000}\",\"{i}\",\"1,480.{i % 100:00}\",\"12.50%\"\n");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        await SumAsync(bytes, withText: true);

        // What a file takes whatever its rows, and for each text a string of ten characters.
        const int OfTheFile = 40_000;
        Assert.InRange(await SumAsync(bytes, withText: false), 0, OfTheFile);
        Assert.InRange(await SumAsync(bytes, withText: true), 48 * Rows, (48 * Rows) + OfTheFile);
    }

    private static async Task<long> SumAsync(byte[] bytes, bool withText)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        await using var reader = new ReportFileReader(new MemoryStream(bytes));
        var (clicks, length, spend, ctr) = (0L, 0, 0m, default(Fraction));
        await foreach (var row in reader.ReadRows())
        {
            clicks += row["Clicks"].ParseOrNull<long>() ?? 0;
            spend += row["Spend"].ParseOrNull<decimal>() ?? 0;
            ctr += row["Ctr"].ParseOrNull<Fraction>() ?? 0;
            length += withText ? row["Keyword"].ToString().Length : 0;
        }

        Assert.True(clicks > 0 && spend > 0 && ctr > 0);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed record SpendOfWord(string Word, decimal? Spend) : IReportRecord<SpendOfWord>
    {
        public static SpendOfWord Read(ReportRow row) => new(row["Keyword"].ToString(), row["Spend"].ParseOrNull<decimal>());
    }
}
