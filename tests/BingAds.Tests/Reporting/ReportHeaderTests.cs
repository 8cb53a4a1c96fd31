using System.Globalization;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Tests.ReportFiles;

public class ReportHeaderTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public async Task Header_is_typed_in_any_culture(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        await using var reader = ReportText.Open(ReportText.Whole);

        var header = await reader.ReadHeaderAsync();

        Assert.Equal("daily", header.ReportName);
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)), (header.StartDate, header.EndDate));
        Assert.Equal(ReportTimeZone.PacificTimeUSCanadaTijuana, header.TimeZone);
        Assert.Equal(TimeSpan.FromHours(-8), header.StandardOffset);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 22, 15, 0, TimeSpan.Zero), header.LastCompletedDay);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 23, 0, 0, TimeSpan.Zero), header.LastCompletedHour);
        Assert.Equal(ReportAggregation.Daily, header.Aggregation);
        Assert.Equal("", header.Filter);
        Assert.True(header.IsPotentiallyIncomplete);
        Assert.Equal(2, header.RowCount);
        Assert.Equal(9, header.Lines.Count);
        Assert.Equal(["TimePeriod", "CampaignId", "Clicks"], reader.Columns!.Names);
        Assert.Equal(ReportFileFormat.Csv, reader.Format);
    }

    [Fact]
    public async Task Header_takes_its_lines_in_any_order_and_keeps_those_it_does_not_know()
    {
        var text = "\"Rows: 2\"\r\n\"Data Source: both: old, new\"\r\n\"report name: x\"\r\n\r\n" + ReportText.Table + ReportText.Footer;
        await using var reader = ReportText.Open(text);

        var header = await reader.ReadHeaderAsync();

        Assert.Equal((2L, "x", "both: old, new"), (header.RowCount, header.ReportName, header["Data Source"]));
        Assert.Equal(["Rows", "Data Source", "report name"], header.Lines.Select(static l => l.Name));
        Assert.Null(header.TimeZone);
        Assert.Null(header.StartDate);
    }

    [Fact]
    public async Task Header_without_quotes_or_with_empty_cells_behind_is_read()
    {
        var text = "Report Name: a, b\nReport Time: 3/1/2026\nRows: 1,,\n\nTimePeriod,CampaignId,Clicks\n2026-03-01,1,2\n";
        await using var reader = ReportText.Open(text);

        var header = await reader.ReadHeaderAsync();

        Assert.Equal("a, b", header.ReportName);
        Assert.Equal(header.StartDate, header.EndDate);
        Assert.Equal(new DateOnly(2026, 3, 1), header.StartDate);
        Assert.Equal(1, header.RowCount);
    }

    [Fact]
    public async Task Header_that_is_left_out_has_no_lines()
    {
        await using var reader = ReportText.Open(ReportText.Table);

        var header = await reader.ReadHeaderAsync();

        Assert.Empty(header.Lines);
        Assert.Equal((null, null, null), (header.ReportName, header.RowCount, header.Aggregation));
        Assert.Equal(3, reader.Columns!.Count);
    }

    [Theory]
    [InlineData("not a time (GMT)")]
    [InlineData("3/3/2026 10:15:00 PM (PST)")]
    [InlineData("")]
    public async Task Header_value_in_an_unknown_form_is_null_and_its_line_stays(string value)
    {
        await using var reader = ReportText.Open($"\"Last Completed Available Day: {value}\"\n\"Rows: many\"\n\n\"Clicks\"\n");

        var header = await reader.ReadHeaderAsync();

        Assert.Null(header.LastCompletedDay);
        Assert.Null(header.RowCount);
        Assert.Equal(value, header["Last Completed Available Day"]);
    }

    [Theory]
    [InlineData("(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London", nameof(ReportTimeZone.GreenwichMeanTimeDublinEdinburghLisbonLondon))]
    [InlineData("(GMT+05:00) Islamabad, Karachi, Tashkent", nameof(ReportTimeZone.IslandamabadKarachiTashkent))]
    [InlineData("(GMT+02:00) Athens, Istanbul, Minsk", nameof(ReportTimeZone.AthensIslandanbulMinsk))]
    [InlineData("(GMT+12:00) Fiji, Kamchatka, Marshall Is.", nameof(ReportTimeZone.FijiKamchatkaMarshallIsland))]
    [InlineData("(GMT-11:00) Midway Island, Samoa", nameof(ReportTimeZone.MidwayIslandandSamoa))]
    [InlineData("(GMT+05:30) Chennai, Kolkata, Mumbai, New Delhi", nameof(ReportTimeZone.ChennaiKolkataMumbaiNewDelhi))]
    [InlineData("(GMT-05:00) Indiana (East)", nameof(ReportTimeZone.IndianaEast))]
    public void ReportTimeZones_know_the_wording_of_files(string text, string zone) => Assert.Equal(zone, ReportTimeZones.FromText(text)?.ToString());

    [Fact]
    public void ReportTimeZones_find_rules_for_every_zone_that_a_report_can_be_asked_for()
    {
        foreach (var zone in Enum.GetNames<ReportTimeZone.KnownValue>().Where(static n => n != nameof(ReportTimeZone.KnownValue.Unrecognized)))
        {
            Assert.NotNull(ReportTimeZones.Find(new ReportTimeZone(zone)));
            Assert.Equal(zone, ReportTimeZones.FromText(zone)?.ToString());
        }

        Assert.Null(ReportTimeZones.Find(new ReportTimeZone("Moon")));
        Assert.Null(ReportTimeZones.FromText("(GMT+01:00) Moon"));
    }
}
