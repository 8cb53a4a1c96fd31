using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using BingAds.Errors;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportFiles;

/// <summary>What files hold now and then, and what other readers get wrong.</summary>
public class ReportFileCornerTests
{
    private const string Footer = "@2026 Microsoft Corporation. All rights reserved.";

    [Fact]
    public async Task ReportFileReader_reads_a_report_of_one_row()
    {
        var (rows, failure) = await ReportText.ReadAsync("\"Rows: 1\"\n\n\"Keyword\",\"Clicks\"\n\"shoes\",\"1\"\n" + ReportText.Footer);

        Assert.Null(failure);
        Assert.Equal(["shoes|1"], rows);
    }

    [Fact]
    public async Task ReportFileReader_takes_a_huge_cell_up_to_the_limit_of_a_row()
    {
        var word = string.Concat(Enumerable.Repeat("a \"\"quoted\"\", word\n", 100_000));
        var text = $"\"Keyword\",\"Clicks\"\n\"{word}\",\"1\"\n\"hats\",\"2\"\n";
        await using var reader = new ReportFileReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        var (rows, failure) = await ReportText.ReadAsync(reader);
        var refused = await ReportText.ReadAsync(new ReportFileReader(new MemoryStream(Encoding.UTF8.GetBytes(text)), new() { MaxRowBytes = 1_000_000 }));

        Assert.Null(failure);
        Assert.Equal([word.Replace("\"\"", "\"") + "|1", "hats|2"], rows);
        Assert.Equal(FileFault.RowTooLong, refused.Failure!.Fault);
    }

    [Fact]
    public async Task ReportFileReader_takes_text_like_the_footer_within_cells_for_text()
    {
        var (rows, failure) = await ReportText.ReadAsync(
            $"\"Keyword\",\"Clicks\"\n\"{Footer}\",\"1\"\n\"a\n{Footer}\n\",\"2\"\n\"\"\"{Footer}\"\"\",\"3\"\n\"{Footer}\",\"\"\n" + ReportText.Footer, new() { HasFooter = true });

        Assert.Null(failure);
        Assert.Equal([$"{Footer}|1", $"a\n{Footer}\n|2", $"\"{Footer}\"|3", $"{Footer}|"], rows);
    }

    [Theory]
    [InlineData("12.50%", "12.50")]
    [InlineData("12.50", "12.50")]
    [InlineData("-12.50%", "-12.50")]
    [InlineData("1,234.50%", "1234.50")]
    [InlineData("123,456.7891%", "123456.7891")]
    [InlineData("<1%", "1")]
    [InlineData("1,480", "1480")]
    [InlineData("--", null)]
    [InlineData("", null)]
    public async Task Cells_are_read_alike_with_quotes_and_without_and_from_rows_and_records(string text, string? value)
    {
        decimal? expected = value is null ? null : decimal.Parse(value, CultureInfo.InvariantCulture);
        foreach (var quote in (string[])["\"", ""])
        {
            // Without quotes, a comma would end the cell: there the file has tabs.
            var file = $"{quote}Keyword{quote}\t{quote}Ctr{quote}\n{quote}shoes{quote}\t{quote}{text}{quote}\n";
            await using var reader = ReportText.Open(file);
            await foreach (var row in reader.ReadRows())
            {
                var record = new KeywordPerformanceRecord(row);
                Assert.Equal(expected, row["Ctr"].ParseOrNull<decimal>());
                Assert.Equal((double?)expected, row["Ctr"].ParseOrNull<double>());
                Assert.Equal(expected, record.Ctr);
                Assert.Equal(expected is not null, row["Ctr"].TryParse<decimal>(out var number));
                Assert.Equal(expected ?? 0, number);
                Assert.Equal((text, text), (row["Ctr"].ToString(), record["Ctr"].ToString()));
                Assert.Equal(expected is null, row["Ctr"].IsMissing);
            }

            Assert.Equal(1, reader.RowsRead);
        }
    }

    // Text behind a closing quote does not count, wherever it is looked at.
    [Theory]
    [InlineData("\"\"x\"", "")]
    [InlineData("\"7\"x\"", "7")]
    [InlineData("\"7\"x", "7")]
    [InlineData("\"\"\"\"", "\"")]
    [InlineData("\"a\"\"b\"\"\"", "a\"b\"")]
    [InlineData("7\"", "7\"")]
    public async Task Cells_with_odd_quotes_are_the_same_in_rows_and_records(string raw, string text)
    {
        await using var reader = ReportText.Open($"Keyword,Clicks\n{raw},1\n");
        await foreach (var row in reader.ReadRows())
        {
            var record = new ReportRecord(row);
            Assert.Equal((text, text), (row[0].ToString(), record[0].ToString()));
            Assert.Equal((text.Length == 0, text.Length == 0), (row[0].IsEmpty, record[0].IsEmpty));
            Assert.True(row[0].Equals(Encoding.UTF8.GetBytes(text)) && record[0].Equals(Encoding.UTF8.GetBytes(text)));
            Assert.Equal(text == "7" ? 7 : null, row[0].TryParse<long>(out var number) ? number : default(long?));
        }

        Assert.Equal(1, reader.RowsRead);
    }

    [Theory]
    [InlineData(2026, 3, 8, 23)]
    [InlineData(2026, 11, 1, 25)]
    [InlineData(2026, 6, 1, 24)]
    public async Task Hours_of_a_day_follow_each_other_in_the_zone_that_the_file_states(int year, int month, int day, int hours)
    {
        var date = new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var isShort = hours == 23;
        var shown = Enumerable.Range(0, 24).Where(h => !(isShort && h == 2)).Select(h => $"\"{date}|{h:00}\",\"1\"\n").ToList();
        var header = $"\"Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana\"\n\"Report Aggregation: Hourly\"\n\"Rows: {shown.Count}\"\n\n\"TimePeriod\",\"Clicks\"\n";
        await using var reader = ReportText.Open(header + string.Concat(shown));
        var zone = (await reader.ReadHeaderAsync()).FindTimeZoneInfo()!;
        DateTimeOffset? first = null, last = null;
        await foreach (var row in reader.ReadRows())
        {
            var period = row["TimePeriod"].ParsePeriodOrNull()!.Value;
            Assert.Equal(last ?? period.StartIn(zone), period.StartIn(zone));
            (first, last) = (first ?? period.StartIn(zone), period.EndIn(zone));
        }

        Assert.Equal(TimeSpan.FromHours(hours), last - first);
    }

    [Fact]
    public async Task A_file_with_columns_and_values_that_are_newer_than_this_version_is_read()
    {
        const string Text = """
            "Report Aggregation: Fortnightly"
            "Time Zone: (GMT+01:00) Moon"
            "Potential Incomplete Data: perhaps"
            "Rows: 1"

            "TimePeriod","Holograms","DeviceType","Clicks"
            "2026-03-01","7","Hologram","1"

            """;
        await using var reader = ReportText.Open(Text);
        var header = await reader.ReadHeaderAsync();
        var record = await reader.ReadAsync<KeywordPerformanceRecord>().SingleAsync();

        Assert.Equal(("Fortnightly", null, null), (header.Aggregation?.ToString(), header.TimeZone, header.IsPotentiallyIncomplete));
        Assert.Equal(("Hologram", 1L, 7L), (record.DeviceType, record.Clicks, record["Holograms"].ParseOrNull<long>()));
        Assert.Equal(new DateOnly(2026, 3, 1), record.TimePeriod?.Date);
    }

    [Fact]
    public async Task An_archive_within_an_archive_is_no_report()
    {
        var inner = MadeReport.Packed(Encoding.UTF8.GetBytes(ReportText.Whole), 2);

        var (rows, failure) = await ReportText.ReadAsync(ReportText.Open(MadeReport.Packed(inner, 1)));

        Assert.Empty(rows);
        Assert.Equal(FileFault.NotAReport, failure!.Fault);
    }

    /// <summary>The server sees its connection closed, also where the report was asked for and never read.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_a_reader_closes_its_connection_when_the_file_is_not_read_to_its_end(bool reads)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeHalfAsync(listener, limit.Token);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/report");
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        using var cancelled = new CancellationTokenSource();
        await using (var reader = await ReportFileReader.OpenAsync(answer.Content, cancellationToken: limit.Token))
        {
            if (reads)
            {
                var walk = reader.ReadRows(cancelled.Token).GetAsyncEnumerator();
                Assert.True(await walk.MoveNextAsync());
                var next = walk.MoveNextAsync();
                await cancelled.CancelAsync();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
            }
        }

        Assert.Equal(0, await serving.WaitAsync(limit.Token));
    }

    /// <summary>Answers with the start of a report, then waits for the other side to close.</summary>
    private static async Task<int> ServeHalfAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        using var socket = await listener.AcceptTcpClientAsync(cancellationToken);
        var stream = socket.GetStream();
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, cancellationToken);
        Assert.StartsWith("GET /report", Encoding.ASCII.GetString(buffer, 0, read));
        await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"), cancellationToken);
        await stream.WriteAsync(Encoding.UTF8.GetBytes("\"TimePeriod\",\"Clicks\"\n\"2026-03-01\",\"1\"\n"), cancellationToken);
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException)
        {
            // Closed without a farewell.
            return 0;
        }
    }
}
