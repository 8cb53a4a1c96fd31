using System.Text.Json;
using BingAds.Conformance.Reports;

namespace BingAds.Conformance.Tests;

public class ReportRunTests
{
    private const string Header = """
        "Report Name: daily"
        "Report Time: 3/1/2026, 3/2/2026"
        "Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana"
        "Last Completed Available Day: 3/3/2026 10:15:00 PM (GMT)"
        "Report Aggregation: Daily"
        "Potential Incomplete Data: true"
        "Rows: 3"

        """;

    private const string Table = """

        "TimePeriod","Keyword","Clicks","Spend","Ctr","SomethingNew"
        "2026-03-01","Total Wine","12","1,480.00","100.00%","1"
        "2026-03-02","red ""winter"" shoes","7","-0.50","<1%","2"
        "2026-03-02","--","x","","--",""

        "@2026 Microsoft Corporation. All rights reserved. "

        """;

    [Fact]
    public async Task Report_is_told_as_one_line_with_header_types_and_sums()
    {
        var (isWhole, line) = await RunAsync(Header + Table);

        Assert.True(isWhole);
        Assert.Equal("csv", line.GetProperty("format").GetString());
        Assert.Equal(3, line.GetProperty("rows").GetInt64());
        var header = line.GetProperty("header");
        Assert.Equal("PacificTimeUSCanadaTijuana", header.GetProperty("timeZone").GetString());
        Assert.Equal("2026-03-01", header.GetProperty("startDate").GetString());
        Assert.Equal("2026-03-03T22:15:00Z", header.GetProperty("lastCompletedDay").GetString());
        Assert.Equal(7, header.GetProperty("lines").GetArrayLength());
        var columns = line.GetProperty("columns").EnumerateArray().ToDictionary(static c => c.GetProperty("name").GetString()!);
        Assert.Equal(["period", "text", "whole", "decimal", "percent", "whole"], columns.Values.Select(static c => c.GetProperty("type").GetString()));
        Assert.Equal(19, columns["Clicks"].GetProperty("sum").GetDecimal());
        Assert.Equal(1, columns["Clicks"].GetProperty("unreadable").GetInt64());
        Assert.Equal(1479.50m, columns["Spend"].GetProperty("sum").GetDecimal());
        Assert.Equal((101m, 1), (columns["Ctr"].GetProperty("sum").GetDecimal(), columns["Ctr"].GetProperty("bounds").GetInt32()));
        Assert.Equal((3m, 1), (columns["SomethingNew"].GetProperty("sum").GetDecimal(), columns["SomethingNew"].GetProperty("missing").GetInt32()));
        Assert.Equal(30, columns["Keyword"].GetProperty("length").GetInt64());
    }

    [Fact]
    public async Task Report_that_is_short_is_told_with_its_rows_and_its_error()
    {
        var (isWhole, line) = await RunAsync(Header.Replace("Rows: 3", "Rows: 4") + Table);

        Assert.False(isWhole);
        Assert.Equal(3, line.GetProperty("rows").GetInt64());
        Assert.Equal("RowCountMismatch", line.GetProperty("error").GetProperty("fault").GetString());
    }

    private static async Task<(bool IsWhole, JsonElement Line)> RunAsync(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");
        await File.WriteAllTextAsync(path, text);
        try
        {
            var output = new StringWriter();
            var isWhole = await ReportRun.RunAsync(path, null, output);
            return (isWhole, JsonDocument.Parse(output.ToString()).RootElement);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
