using System.Text.Json.Nodes;
using BingAds.Emulator.Reports;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>Each type of report, in each form and version, over both transports: what the SDK's reader reads is what was put in.</summary>
public class ReportRoundTripTests
{
    public static TheoryData<string> Names => [.. ReportTypes.All.Where(static t => t.IsInContract).Select(static t => t.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_report_is_read_as_it_was_made(string name)
    {
        var figures = new MadeFigures();
        await using var session = await ReportSession.StartAsync(figures);
        using var soap = session.Connect(ApiTransport.Soap);
        foreach (var (format, version) in Forms)
        {
            var request = ReportSession.Minimal(name, new JsonObject { ["Format"] = format, ["FormatVersion"] = version, ["Columns"] = AllColumns(name) }.ToJsonString());
            foreach (var client in new[] { session.Client, soap })
            {
                var id = (await client.SubmitGenerateReportAsync(new() { ReportRequest = request })).ReportRequestId!;
                var status = await session.FinalAsync(id);
                Assert.Equal(ReportRequestStatusType.Success, status.Status);
                await AssertSameAsync(await session.Http.GetByteArrayAsync(status.ReportDownloadUrl), figures, format);
            }
        }
    }

    [Theory]
    [InlineData("Summary", ReportPeriodKind.Day)]
    [InlineData("Hourly", ReportPeriodKind.Hour)]
    [InlineData("Weekly", ReportPeriodKind.Week)]
    [InlineData("Monthly", ReportPeriodKind.Month)]
    [InlineData("Yearly", ReportPeriodKind.Year)]
    [InlineData("HourOfDay", ReportPeriodKind.HourOfDay)]
    [InlineData("DayOfWeek", ReportPeriodKind.DayOfWeek)]
    [InlineData("WeeklyStartingMonday", ReportPeriodKind.Week)]
    public async Task Each_aggregation_has_its_periods(string aggregation, ReportPeriodKind kind)
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures());
        foreach (var (format, version) in Forms)
        {
            var columns = aggregation == "Summary" ? """["KeywordId", "Clicks"]""" : """["TimePeriod", "KeywordId", "Clicks"]""";
            var time = aggregation is "Monthly" or "HourOfDay" or "DayOfWeek" or "Weekly" or "WeeklyStartingMonday" ? "LastMonth" : aggregation == "Yearly" ? "LastYear" : "Yesterday";
            await using var reader = new ReportFileReader(new MemoryStream(await session.FileAsync(ReportSession.Minimal(
                "KeywordPerformance",
                $$"""{"Format": "{{format}}", "FormatVersion": "{{version}}", "Aggregation": "{{aggregation}}", "Columns": {{columns}}, "Time": {"PredefinedTime": "{{time}}"} }"""))));
            Assert.Equal(new ReportAggregation(aggregation), (await reader.ReadHeaderAsync()).Aggregation);
            var rows = 0;
            await foreach (var row in reader.ReadRows())
            {
                rows++;
                if (aggregation != "Summary")
                    Assert.Equal(kind, row["TimePeriod"].ParsePeriodOrNull()!.Value.Kind);
            }

            Assert.Equal(12, rows);
        }
    }

    private static IEnumerable<(string Format, string Version)> Forms => from format in new[] { "Csv", "Tsv", "Xml" } from version in new[] { "1.0", "2.0" } select (format, version);

    /// <summary>As many columns as may be together, some of each kind first.</summary>
    private static JsonArray AllColumns(string name)
    {
        var type = ReportTypes.Find(name)!;
        var columns = ReportSession.Minimal(name).ColumnNames!.ToList();
        var mayNot = type.Refused.Concat(type.Clashes.SelectMany(static c => c.Other)).Concat(ReportGrains.All.SelectMany(static g => g.Columns)).Append("TimePeriod").ToHashSet();
        columns.AddRange(type.Columns.Select(static c => c.Name).Where(c => !mayNot.Contains(c) && !columns.Contains(c)));
        return [.. columns.Select(static c => (JsonNode)c)];
    }

    private static async Task AssertSameAsync(byte[] file, MadeFigures figures, string format)
    {
        var question = figures.Question!;
        await using var reader = new ReportFileReader(new MemoryStream(file));
        var header = await reader.ReadHeaderAsync();
        Assert.Equal(format, $"{reader.Format}");
        Assert.Equal(question.Columns.Select(static c => c.Name), reader.Columns!.Names);
        Assert.Equal(question.Aggregation, header.Aggregation);
        Assert.Equal(format == "Xml" ? null : figures.Rows, header.RowCount);
        Assert.Equal(ReportTimeZone.PacificTimeUSCanadaTijuana, header.TimeZone);
        Assert.Equal(ReportSession.Now.AddHours(-3), header.LastCompletedHour);
        if (question.Type.HasTime)
            Assert.Equal((question.Days.First, question.Days.Last, false), (header.StartDate, header.EndDate, header.IsPotentiallyIncomplete));
        var number = 0;
        await foreach (var row in reader.ReadRows())
        {
            for (var i = 0; i < question.Columns.Count; i++)
            {
                AssertSame(question.Columns[i], MadeFigures.Value(question, question.Columns[i], number), row[i]);
            }

            number++;
        }

        Assert.Equal(figures.Rows, number);
        Assert.Equal(format == "Xml" ? null : "@2027 Microsoft Corporation. All rights reserved.", reader.Footer);
    }

    private static void AssertSame(ReportColumnFacts column, ReportValue expected, ReportCell cell)
    {
        switch (expected.Form)
        {
            case ReportValueForm.Empty:
                Assert.True(cell.IsEmpty);
                break;
            case ReportValueForm.NotComputed:
                Assert.Equal("--", cell.ToString());
                break;
            case ReportValueForm.Text:
                Assert.Equal(expected.Text, cell.ToString());
                break;
            case ReportValueForm.Number when column.Kind != ReportValueKind.TimePeriod:
                Assert.Equal(expected.Number, cell.ParseOrNull<decimal>());
                break;
            case ReportValueForm.Time when column.Kind == ReportValueKind.TimePeriod:
                Assert.Equal(expected.Time, cell.ParsePeriodOrNull()!.Value.Start);
                break;
            case ReportValueForm.Time:
                Assert.Equal(expected.Time, cell.ParseDateTimeOrNull());
                break;
        }
    }
}
