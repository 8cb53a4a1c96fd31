using System.Text;
using BingAds.Errors;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportFiles;

public class ReportXmlTests
{
    private const string Whole = """
        <?xml version="1.0" encoding="utf-8"?>
        <Report ReportName="daily" ReportTime="3/1/2026, 3/2/2026" TimeZone="(GMT-08:00) Pacific Time (US &amp; Canada); Tijuana" ReportAggregation="Daily"
                LastCompletedAvailableDay="3/3/2026 10:15:00 PM (GMT)" PotentialIncompleteData="true" xmlns="http://example.com/report">
          <KeywordPerformanceReportColumns>
            <Column name="TimePeriod" />
            <Column name="Keyword" />
            <Column name="Clicks" />
          </KeywordPerformanceReportColumns>
          <Table>
            <Row>
              <TimePeriod value="2026-03-01" />
              <Keyword value="red &quot;winter&quot;, shoes&#10;@2026 Microsoft Corporation" />
              <Clicks value="1,200" />
            </Row>
            <Row><TimePeriod>2026-03-02</TimePeriod><Clicks><![CDATA[7]]></Clicks></Row>
          </Table>
          <Copyright>@2026 Microsoft Corporation. All rights reserved.</Copyright>
        </Report>
        """;

    [Fact]
    public async Task XML_report_is_read_like_any_other()
    {
        await using var reader = ReportText.Open(Whole);
        var header = await reader.ReadHeaderAsync();
        var lines = new List<long>();
        var rows = new List<string>();
        await foreach (var row in reader.ReadRows())
        {
            lines.Add(row.Line);
            rows.Add($"{row["TimePeriod"].ParsePeriodOrNull()}|{row["Keyword"].ToString()}|{row[KeywordPerformanceReportColumn.Clicks].ParseOrNull<long>()}");
        }

        Assert.Equal(ReportFileFormat.Xml, reader.Format);
        Assert.Equal(("daily", ReportTimeZone.PacificTimeUSCanadaTijuana, ReportAggregation.Daily), (header.ReportName, header.TimeZone, header.Aggregation));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 22, 15, 0, TimeSpan.Zero), header.LastCompletedDay);
        Assert.Equal(["2026-03-01|red \"winter\", shoes\n@2026 Microsoft Corporation|1200", "2026-03-02||7"], rows);
        Assert.Equal([10L, 15L], lines);
    }

    [Fact]
    public async Task XML_report_without_a_list_of_columns_has_those_of_its_first_row()
    {
        var (rows, failure) = await ReportText.ReadAsync("<Report><Table><Row Keyword=\"@2026 Microsoft a\" Clicks=\"1\"/><Row Clicks=\"2\" Keyword=\"b\"/><Row Keyword=\"c\"/></Table></Report>");

        Assert.Null(failure);
        Assert.Equal(["@2026 Microsoft a|1", "b|2", "c|"], rows);
    }

    [Theory]
    [InlineData("<Report><Table><Row><Clicks value='1'/></Row><Row><Spend value='1'/></Row></Table></Report>", 1, FileFault.WrongCellCount)]
    [InlineData("<Report><Table><Row><Clicks value='1'/></Row><Row><Clicks value='1'/><Clicks value='1'/></Row></Table></Report>", 1, FileFault.WrongCellCount)]
    [InlineData("<Report><Table><Row><Clicks value='1'/></Row><Row><Clicks><b/></Clicks></Row></Table></Report>", 1, FileFault.WrongCellCount)]
    [InlineData("<Report><Table><Row><Clicks value='1'/></Row>", 1, FileFault.BrokenXml)]
    [InlineData("<Report><Table><Row><Clicks value='1'/></Row></Table></Report><more/>", 1, FileFault.BrokenXml)]
    [InlineData("<Report Rows='2'><Table><Row><Clicks value='1'/></Row></Table></Report>", 1, FileFault.RowCountMismatch)]
    [InlineData("<!DOCTYPE Report [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Report><Table><Row><Clicks value='&a;'/></Row></Table></Report>", 0, FileFault.BrokenXml)]
    [InlineData("<html><body>Service unavailable</body></html>", 0, FileFault.NotAReport)]
    public async Task XML_report_that_is_wrong_is_an_error_after_its_rows(string xml, int rows, FileFault fault)
    {
        var (read, failure) = await ReportText.ReadAsync(xml);

        Assert.Equal(rows, read.Count);
        Assert.Equal(fault, failure!.Fault);
    }

    [Fact]
    public async Task XML_report_without_rows_has_none()
    {
        Assert.Null((await ReportText.ReadAsync("<Report ReportName='x'><Columns><Column name='Clicks'/></Columns><Table/></Report>")).Failure);
        Assert.Null((await ReportText.ReadAsync("<Report ReportName='x'><Table></Table></Report>")).Failure);
    }

    [Fact]
    public async Task XML_report_tells_of_a_cut_at_any_byte()
    {
        for (var length = 0; length < Whole.Length; length += 3)
        {
            var (rows, failure) = await ReportText.ReadAsync(Whole[..length]);

            Assert.True(rows.Count <= 2);
            Assert.NotNull(failure);
        }
    }

    [Fact]
    public async Task XML_report_in_UTF_16_is_read()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Whole.Replace("utf-8", "utf-16"))).ToArray();

        Assert.Equal(2, (await ReportText.ReadAsync(ReportText.Open(bytes))).Rows.Count);
    }
}
