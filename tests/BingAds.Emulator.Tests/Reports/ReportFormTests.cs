namespace BingAds.Emulator.Tests.Reports;

/// <summary>The files byte for byte, and the switches that leave parts of them out.</summary>
public class ReportFormTests
{
    private const string Columns = """["TimePeriod", "CampaignId", "CampaignName", "Clicks", "Ctr", "Spend"]""";

    [Fact]
    public async Task Csv_of_version_2_looks_like_this()
        => Assert.Equal(""""
            "Report Name: my ""daily"" look"
            "Report Time: 2/20/2027, 2/26/2027"
            "Time Zone: (GMT-08:00) Pacific Time (US & Canada); Tijuana"
            "Last Completed Available Day: 3/1/2027 7:00:00 AM (GMT)"
            "Last Completed Available Hour: 3/1/2027 7:00:00 AM (GMT)"
            "Report Aggregation: Daily"
            "Report Filter: Status = Active, Paused"
            "Potential Incomplete Data: false"
            "Rows: 4"

            "TimePeriod","CampaignId","CampaignName","Clicks","Ctr","Spend"
            "2027-02-20","8000000000","plain","0","0.00%","0.00"
            "2027-02-21","8000000001","red ""winter"" shoes, 5""","1234567","1234.50%","1234.50"
            "2027-02-22","8000000002"," blank at both ends ","2469134","2469.00%","2469.00"
            "2027-02-23","8000000003","Total","--","--","--"

            "@2027 Microsoft Corporation. All rights reserved. "

            """".ReplaceLineEndings("\r\n"), await TextAsync("""
            "FormatVersion": "2.0", "ReportName": "my \"daily\" look", "Filter": {"Status": "Active,Paused"}
            """));

    [Fact]
    public async Task Csv_of_version_1_has_commas_and_short_percentages()
        => Assert.Equal(""""
            "TimePeriod","CampaignId","CampaignName","Clicks","Ctr","Spend"
            "2027-02-20","8000000000","plain","0","0%","0.00"
            "2027-02-21","8000000001","red ""winter"" shoes, 5""","1,234,567","1,234.5%","1,234.50"
            "2027-02-22","8000000002"," blank at both ends ","2,469,134","2,469%","2,469.00"
            "2027-02-23","8000000003","Total","--","--","--"

            """".ReplaceLineEndings("\r\n"), await TextAsync("""
            "ExcludeReportHeader": true, "ExcludeReportFooter": true
            """));

    [Theory]
    [InlineData("1.0", "\"3/1/2027 12:00:00 AM|0\"", "\"3/1/2027 12:00:00 AM|1\"")]
    [InlineData("2.0", "\"2027-03-01|0\"", "\"2027-03-01|1\"")]
    public async Task Hours_have_the_form_of_the_version(string version, string first, string second)
    {
        var lines = (await TextAsync($$"""
            "FormatVersion": "{{version}}", "Aggregation": "Hourly", "Columns": ["TimePeriod", "CampaignId", "Clicks"], "Time": {"PredefinedTime": "Today"}, "ExcludeReportHeader": true
            """)).Split("\r\n");
        Assert.Equal([first, second], lines[1..3].Select(static l => l.Split(',')[0]));
    }

    [Theory]
    [InlineData("""{"Date": "2/20/2027", "Time": "2/20/2027 1:00:00 PM"}""", "1.0")]
    [InlineData("""{"Date": "2027-02-20", "Time": "2027-02-20 13:00:00"}""", "2.0")]
    public async Task Days_and_times_have_the_form_of_the_version(string expected, string version)
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(1));
        var days = await session.TextAsync(ReportSession.Minimal("BudgetSummary", $$"""{"FormatVersion": "{{version}}", "ExcludeReportHeader": true, "Columns": ["Date", "AccountName", "AccountNumber", "CampaignName", "CurrencyCode", "MonthlyBudget"]}"""));
        var times = await session.TextAsync(ReportSession.Minimal("SearchCampaignChangeHistory", $$"""{"FormatVersion": "{{version}}", "ExcludeReportHeader": true, "Columns": ["DateTime", "AccountId"]}"""));
        var forms = System.Text.Json.Nodes.JsonNode.Parse(expected)!;
        Assert.Equal($"\"{forms["Date"]}\"", days.Split("\r\n")[1].Split(',')[0]);
        Assert.Equal($"\"{forms["Time"]}\"", times.Split("\r\n")[1].Split(',')[0]);
    }

    [Theory]
    [InlineData("Csv")]
    [InlineData("Tsv")]
    public async Task Each_part_of_a_text_can_be_left_out(string format)
    {
        var separator = format == "Csv" ? "\",\"" : "\"\t\"";
        for (var parts = 0; parts < 8; parts++)
        {
            var (header, names, footer) = ((parts & 1) != 0, (parts & 2) != 0, (parts & 4) != 0);
            var text = await TextAsync($$"""
                "Format": "{{format}}", "ExcludeReportHeader": {{No(header)}}, "ExcludeColumnHeaders": {{No(names)}}, "ExcludeReportFooter": {{No(footer)}}
                """);
            Assert.Equal(header, text.Contains("\"Report Name: ", StringComparison.Ordinal));
            Assert.Equal(names, text.Contains("\"TimePeriod" + separator, StringComparison.Ordinal));
            Assert.Equal(footer, text.EndsWith("\r\n\r\n\"@2027 Microsoft Corporation. All rights reserved. \"\r\n", StringComparison.Ordinal));
            Assert.Equal((header ? 10 : 0) + (names ? 1 : 0) + 4 + (footer ? 2 : 0), text.Split("\r\n").Length - 1);
            Assert.Contains("\"2027-02-23" + separator, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Xml_has_attributes_for_lines_and_each_part_can_be_left_out()
    {
        Assert.Equal("""
            <?xml version="1.0" encoding="utf-8"?><Report ReportName="CampaignPerformanceReport-3/1/2027" ReportTime="2/20/2027, 2/26/2027" TimeZone="(GMT-08:00) Pacific Time (US &amp; Canada); Tijuana" LastCompletedAvailableDay="3/1/2027 7:00:00 AM (GMT)" LastCompletedAvailableHour="3/1/2027 7:00:00 AM (GMT)" ReportAggregation="Daily" ReportFilter="" PotentialIncompleteData="false"><CampaignPerformanceReportColumns><Column name="TimePeriod" /><Column name="CampaignName" /><Column name="Clicks" /></CampaignPerformanceReportColumns><Table>
            <Row><TimePeriod value="2027-02-20" /><CampaignName value="plain" /><Clicks value="0" /></Row>
            <Row><TimePeriod value="2027-02-21" /><CampaignName value="red &quot;winter&quot; shoes, 5&quot;" /><Clicks value="1,234,567" /></Row>
            </Table><Copyright>@2027 Microsoft Corporation. All rights reserved. </Copyright></Report>
            """.ReplaceLineEndings("\r\n"), await TextAsync("""
            "Format": "Xml", "Columns": ["TimePeriod", "CampaignName", "Clicks"]
            """, 2));
        Assert.Equal("""
            <?xml version="1.0" encoding="utf-8"?><Report><Table>
            <Row><TimePeriod value="2027-02-20" /><CampaignName value="plain" /><Clicks value="0" /></Row>
            </Table></Report>
            """.ReplaceLineEndings("\r\n"), await TextAsync("""
            "Format": "Xml", "Columns": ["TimePeriod", "CampaignName", "Clicks"], "ExcludeReportHeader": true, "ExcludeColumnHeaders": true, "ExcludeReportFooter": true
            """, 1));
    }

    private static string No(bool has) => has ? "false" : "true";

    private static async Task<string> TextAsync(string changes, int rows = 4)
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(rows));
        var columns = changes.Contains("\"Columns\"", StringComparison.Ordinal) ? "" : $"\"Columns\": {Columns}, ";
        return await session.TextAsync(ReportSession.Minimal("CampaignPerformance", $"{{{columns}{changes}}}"));
    }
}
