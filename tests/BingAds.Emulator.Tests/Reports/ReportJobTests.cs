using System.Net;
using BingAds.Emulator.Store;
using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>Statuses over the virtual clock, slots, links, and failures on request.</summary>
public class ReportJobTests
{
    private static ReportRequest Accounts => ReportSession.Minimal("AccountPerformance");

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    [Shows(Coverage.Stateful, "Reporting.SubmitGenerateReport", "Reporting.PollGenerateReport")]
    public async Task A_report_of_forty_minutes_takes_as_long_as_the_clock_says(ApiTransport transport)
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(1_000), static o => o.Reports.JobDuration = TimeSpan.FromMinutes(40), transport);
        var id = await session.SubmitAsync(Accounts);
        await session.WorkAsync(id);
        foreach (var minutes in new[] { 0, 15, 24 })
        {
            session.Emulator.Clock.Advance(TimeSpan.FromMinutes(minutes));
            var pending = await session.PollAsync(id);
            Assert.Equal((ReportRequestStatusType.Pending, null), (pending.Status!.Value, pending.ReportDownloadUrl));
        }

        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var status = await session.PollAsync(id);
        Assert.Equal(ReportRequestStatusType.Success, status.Status);
        await using var reader = new ReportFileReader(await session.Http.GetStreamAsync(status.ReportDownloadUrl));
        Assert.Equal(1_000, await CountAsync(reader));
    }

    [Fact]
    public async Task As_many_polls_as_wanted_find_a_report_pending()
    {
        await using var session = await ReportSession.StartAsync(configure: static o => o.Reports.JobPolls = 2);
        var id = await session.SubmitAsync(Accounts);
        await session.WorkAsync(id);
        Assert.Equal(ReportRequestStatusType.Pending, (await session.PollAsync(id)).Status);
        Assert.Equal(ReportRequestStatusType.Pending, (await session.PollAsync(id)).Status);
        Assert.Equal(ReportRequestStatusType.Success, (await session.PollAsync(id)).Status);
    }

    [Fact]
    public void The_command_line_holds_reports_back_like_bulk_jobs()
    {
        var options = EmulatorArguments.Parse(["--job-polls", "2", "--job-seconds", "90"]).Reports;
        Assert.Equal((2, TimeSpan.FromSeconds(90)), (options.JobPolls, options.JobDuration));
    }

    [Fact]
    public void Options_that_cannot_be_are_told_all_at_once()
    {
        var options = new EmulatorOptions();
        options.Reports.JobPolls = -1;
        options.Reports.RequestLifetime = TimeSpan.Zero;
        options.Reports.MaxReportsAtOnce = 0;
        options.Reports.DataDelay = TimeSpan.FromHours(-1);
        var error = Assert.Throws<ArgumentException>(options.Validate);
        Assert.All(new[] { "JobPolls", "RequestLifetime", "MaxReportsAtOnce", "DataDelay" }, name => Assert.Contains("Reports." + name, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_without_rows_succeeds_without_a_link_or_has_an_empty_file()
    {
        await using var plain = await ReportSession.StartAsync(new MadeFigures(0));
        var status = await plain.FinalAsync(await plain.SubmitAsync(Accounts));
        Assert.Equal((ReportRequestStatusType.Success, null), (status.Status!.Value, status.ReportDownloadUrl));
        foreach (var format in new[] { "Csv", "Tsv", "Xml" })
        {
            await using var session = await ReportSession.StartAsync(new MadeFigures(0), static o => o.Reports.EmptyReportsHaveFile = true);
            await using var reader = new ReportFileReader(new MemoryStream(await session.FileAsync(ReportSession.Minimal("AccountPerformance", $$"""{"Format": "{{format}}"}"""))));
            Assert.Equal(0, await CountAsync(reader));
            Assert.Equal(["TimePeriod", "AccountId"], reader.Columns!.Names.Take(2));
        }
    }

    [Fact]
    public async Task Days_that_are_no_longer_kept_have_no_rows()
    {
        var figures = new MadeFigures();
        await using var session = await ReportSession.StartAsync(figures);
        var old = await session.FinalAsync(await session.SubmitAsync(ReportSession.Minimal("AccountPerformance", """
            {"Time": {"CustomDateRangeStart": {"Year": 2023, "Month": 1, "Day": 1}, "CustomDateRangeEnd": {"Year": 2023, "Month": 12, "Day": 31} } }
            """)));
        Assert.Equal((ReportRequestStatusType.Success, null), (old.Status!.Value, old.ReportDownloadUrl));
        var text = await session.TextAsync(ReportSession.Minimal("AccountPerformance", """
            {"Time": {"CustomDateRangeStart": {"Year": 2023, "Month": 1, "Day": 1}, "CustomDateRangeEnd": {"Year": 2024, "Month": 12, "Day": 31} } }
            """));
        Assert.Equal(new ReportDays(new DateOnly(2024, 3, 1), new DateOnly(2024, 12, 31)), figures.Question!.Days);
        Assert.Contains("\"Report Time: 1/1/2023, 12/31/2024\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sandbox_has_data_for_some_reports_only()
    {
        await using var session = await ReportSession.StartAsync(configure: static o => o.Reports.SandboxReportsOnly = true);
        var offered = new List<string>();
        foreach (var type in ReportTypes.All.Where(static t => t.IsInContract))
        {
            var status = await session.FinalAsync(await session.SubmitAsync(ReportSession.Minimal(type.Name)));
            Assert.Equal(ReportRequestStatusType.Success, status.Status);
            if (status.ReportDownloadUrl is not null)
                offered.Add(type.Name);
        }

        Assert.Equal(
            [
                "AccountPerformance", "AdDynamicTextPerformance", "AdGroupPerformance", "AdPerformance", "CallDetail", "CampaignPerformance", "DestinationUrlPerformance",
                "KeywordPerformance", "UserLocationPerformance",
            ],
            offered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_report_too_many_at_once_is_refused_until_another_is_done()
    {
        await using var session = await ReportSession.StartAsync(configure: static o =>
        {
            o.Reports.MaxReportsAtOnce = 2;
            o.Reports.JobDuration = TimeSpan.FromMinutes(10);
        });
        var first = await session.SubmitAsync(Accounts);
        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(5));
        await session.WorkAsync(await session.SubmitAsync(Accounts));
        Assert.Equal([207], await session.RefusalAsync(Accounts));
        using var other = await session.OtherUserAsync(Role.Viewer);
        Assert.NotNull((await other.SubmitGenerateReportAsync(new() { ReportRequest = Accounts })).ReportRequestId);

        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(5));
        await session.WorkAsync(first);
        await session.SubmitAsync(Accounts);
        Assert.Equal([207], await session.RefusalAsync(Accounts));
    }

    [Fact]
    public async Task Polls_that_find_a_report_pending_hold_its_slot()
    {
        await using var session = await ReportSession.StartAsync(configure: static o =>
        {
            o.Reports.MaxReportsAtOnce = 1;
            o.Reports.JobPolls = 1;
        });
        var id = await session.SubmitAsync(Accounts);
        Assert.Equal([207], await session.RefusalAsync(Accounts));
        await session.FinalAsync(id);
        await session.SubmitAsync(Accounts);
    }

    [Fact]
    public async Task A_link_lives_five_minutes_and_each_poll_gives_a_new_one()
    {
        await using var session = await ReportSession.StartAsync();
        var id = await session.SubmitAsync(Accounts);
        var link = (await session.FinalAsync(id)).ReportDownloadUrl!;
        session.Emulator.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(link));
        session.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(link));
        Assert.Equal(HttpStatusCode.OK, await GetAsync((await session.PollAsync(id)).ReportDownloadUrl!));
        Assert.Equal(HttpStatusCode.Forbidden, await GetAsync(link.Replace("/report/", "/result/", StringComparison.Ordinal)));
        Assert.Equal(3, session.Emulator.Journal.Count(FaultPlan.ReportDownloadCall));

        async Task<HttpStatusCode> GetAsync(string url)
        {
            using var answer = await session.Http.GetAsync(url);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_report_is_forgotten_after_two_days()
    {
        await using var session = await ReportSession.StartAsync(configure: static o => o.AccessTokenLifetime = TimeSpan.FromDays(9));
        var id = await session.SubmitAsync(Accounts);
        await session.FinalAsync(id);
        session.Emulator.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.NotNull((await session.PollAsync(id)).ReportDownloadUrl);
        session.Emulator.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([2101], await Api.ApiSession.RefusalAsync(async () => await session.PollAsync(id)));
        await session.FinalAsync(await session.SubmitAsync(Accounts));
        Assert.Equal(1, await session.Emulator.State.Store.RunAsync(static s => s.Query("SELECT COUNT(DISTINCT file) FROM piece", static r => r.GetInt32(0))[0]));
    }

    [Fact]
    public async Task A_report_ends_as_planned_and_does_no_work()
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures { Before = static _ => throw new InvalidOperationException("No work is to be done.") });
        foreach (var planned in new[] { "Error", "Success", "Postponed" })
        {
            session.Emulator.Faults.Add("Reporting.SubmitGenerateReport", 1, Fault.JobStatus(planned));
            var status = await session.FinalAsync(await session.SubmitAsync(Accounts));
            Assert.Equal((planned, null), (status.Status.ToString(), status.ReportDownloadUrl));
        }
    }

    [Fact]
    public async Task A_poll_is_told_a_planned_status_once()
    {
        await using var session = await ReportSession.StartAsync();
        var id = await session.SubmitAsync(Accounts);
        await session.FinalAsync(id);
        foreach (var planned in new[] { "Pending", "Error" })
        {
            session.Emulator.Faults.Add("Reporting.PollGenerateReport", 1, Fault.JobStatus(planned));
            Assert.Equal(planned, (await session.PollAsync(id)).Status.ToString());
        }

        Assert.NotNull((await session.PollAsync(id)).ReportDownloadUrl);
    }

    [Fact]
    public async Task A_mistake_of_the_emulators_own_is_an_error_of_the_report()
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures { Before = static i => Throw(i == 7) });
        var status = await session.FinalAsync(await session.SubmitAsync(Accounts));
        Assert.Equal((ReportRequestStatusType.Error, null), (status.Status!.Value, status.ReportDownloadUrl));
        Assert.Empty(await session.Emulator.State.Store.RunAsync(static s => s.Query("SELECT file FROM piece", static r => r.GetString(0))));
    }

    [Fact]
    public async Task Files_break_and_are_asked_for_in_parts()
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(3_000));
        var link = await session.LinkAsync(Accounts);
        var whole = await session.Http.GetByteArrayAsync(link);
        session.Emulator.Faults.Add("*", 1, Fault.Error(117));
        session.Emulator.Faults.Add(FaultPlan.ReportDownloadCall, 1, Fault.CutContent(900));
        session.Emulator.Faults.Add(FaultPlan.ReportDownloadCall, 1, Fault.ExpiredLink());
        Assert.Equal(whole[..900], await session.Http.GetByteArrayAsync(link));
        using var refused = await session.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new(900, null) } };
        using var rest = await session.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, rest.StatusCode);
        Assert.Equal(whole[900..], await rest.Content.ReadAsByteArrayAsync());

        await using var strict = await ReportSession.StartAsync(configure: static o => o.Reports.AcceptRanges = false);
        using var part = new HttpRequestMessage(HttpMethod.Get, await strict.LinkAsync(Accounts)) { Headers = { Range = new(5, null) } };
        using var all = await strict.Http.SendAsync(part);
        Assert.Equal(HttpStatusCode.OK, all.StatusCode);
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_work_leaves_nothing_of_it()
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(200_000));
        var id = await session.SubmitAsync(Accounts);
        await session.Emulator.ResetAsync();
        Assert.Null(await session.Emulator.State.Store.RunAsync(s => s.Jobs.Find(id)));
        while (await session.Emulator.State.Store.RunAsync(static s => s.Query("SELECT COUNT(*) FROM piece", static r => r.GetInt32(0))[0]) > 0)
        {
            await Task.Yield();
        }
    }

    private static void Throw(bool isTime)
    {
        if (isTime)
            throw new InvalidOperationException("A mistake.");
    }

    private static async Task<int> CountAsync(ReportFileReader reader)
    {
        var count = 0;
        await foreach (var row in reader.ReadRows())
        {
            count++;
        }

        return count;
    }
}
