using BingAds.Errors;
using BingAds.Reporting;
using BingAds.Tests.Bulk.Download;
using BingAds.V13.Reporting;

namespace BingAds.Tests.Reporting.Download;

/// <summary>When a report that was submitted before is taken, and when the same request is submitted anew.</summary>
public class ReportReuseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Same_request_is_submitted_once_while_its_report_lives()
    {
        await using var f = ReportFixture.Start();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));
        }

        Assert.True((await f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct)).IsReused);
        Assert.Single(f.Stub.Submitted);
        f.Clock.Advance(TimeSpan.FromHours(21.9));
        await f.CountRowsAsync(ReportFixture.Days());
        Assert.Single(f.Stub.Submitted);
        f.Clock.Advance(TimeSpan.FromHours(0.2));
        await f.CountRowsAsync(ReportFixture.Days());
        Assert.Equal(2, f.Stub.Submitted.Count);
    }

    [Fact]
    public async Task Request_that_differs_in_anything_is_another()
    {
        await using var f = ReportFixture.Start();
        var other = ReportFixture.Days();
        other.CustomerId = 901;
        var columns = ReportFixture.Days();
        ((CampaignPerformanceReportRequest)columns.ReportRequest!).Columns!.Reverse();

        var keys = new List<string?>();
        foreach (var parameters in new[] { ReportFixture.Days(), ReportFixture.Days(8002), ReportFixture.Days(name: "other"), other, columns })
        {
            keys.Add((await f.Manager.SubmitDownloadAsync(parameters, Ct)).RequestKey);
        }

        Assert.Equal(5, f.Stub.Submitted.Count);
        Assert.Equal(5, keys.Distinct().Count());
        f.Settings.Jobs = new MemoryReportJobStore();
        f.Options.Environment = ApiEnvironment.Sandbox;
        using var sandbox = f.NewManager();
        Assert.DoesNotContain((await sandbox.SubmitDownloadAsync(ReportFixture.Days(), Ct)).RequestKey, keys);
    }

    [Fact]
    public async Task Same_request_from_many_tasks_at_once_is_submitted_once()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Pending", "Success"];

        var rows = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => f.CountRowsAsync(ReportFixture.Days())));

        Assert.All(rows, static r => Assert.Equal(5, r));
        Assert.Equal(1, f.Stub.Attempts);
    }

    [Theory]
    [InlineData("Unknown")]
    [InlineData("Error")]
    public async Task Saved_report_that_is_of_no_use_any_more_is_submitted_anew(string fate)
    {
        await using var f = ReportFixture.Start();
        await f.CountRowsAsync(ReportFixture.Days());
        f.Stub.Say("report 1", fate);

        Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));

        Assert.Equal(2, f.Stub.Submitted.Count);
        f.Stub.Say("report 2", fate);
        var operation = await f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct);
        Assert.Equal(("report 3", false), (operation.RequestId, operation.IsReused));
    }

    [Fact]
    public async Task New_report_that_failed_is_not_taken_again()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Error"];
        await Assert.ThrowsAsync<ReportFailedException>(() => f.CountRowsAsync(ReportFixture.Days()));
        Assert.Single(f.Stub.Submitted);
        f.Stub.Plan = ["Success"];

        Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));

        Assert.Equal(2, f.Stub.Submitted.Count);
    }

    [Fact]
    public async Task Report_whose_file_is_damaged_is_not_taken_again()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Turns.Enqueue(new FileTurn { OtherContent = DownloadStub.Zip(ReportStub.Text(5).Replace("Rows: 5", "Rows: 6", StringComparison.Ordinal)) });
        await Assert.ThrowsAsync<FileFormatException>(() => f.CountRowsAsync(ReportFixture.Days()));

        Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));

        Assert.Equal(2, f.Stub.Submitted.Count);
    }

    [Fact]
    public async Task Report_whose_file_is_gone_for_good_is_not_taken_again()
    {
        await using var f = ReportFixture.Start();
        for (var i = 0; i < 7; i++)
        {
            f.Stub.Turns.Enqueue(new FileTurn { Status = 404 });
        }

        await Assert.ThrowsAsync<FileDownloadException>(() => f.CountRowsAsync(ReportFixture.Days()));

        Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));
        Assert.Equal(2, f.Stub.Submitted.Count);
    }

    [Fact]
    public async Task Yesterdays_answer_is_not_given_to_todays_question()
    {
        await using var f = ReportFixture.Start();
        var zone = ReportTimeZone.PacificTimeUSCanadaTijuana;
        var week = ReportTime.Predefined(ReportTimePeriod.LastSevenDays, zone);
        var month = ReportTime.Predefined(ReportTimePeriod.LastMonth, zone);

        // 04:00 in California; midnight there is at 08:00 of the clock.
        f.Clock.Advance(TimeSpan.FromHours(2));
        var first = await f.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, week), Ct);
        Assert.Equal((new DateOnly(2026, 11, 17), new DateOnly(2026, 11, 23)), (first.StartDate, first.EndDate));
        f.Clock.Advance(TimeSpan.FromHours(19.5));
        Assert.True((await f.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, week), Ct)).IsReused);
        f.Clock.Advance(TimeSpan.FromHours(0.4));
        Assert.Equal(first.RequestId, (await f.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, week), Ct)).RequestId);

        await using var g = ReportFixture.Start();
        g.Clock.Advance(TimeSpan.FromHours(21.5));
        first = await g.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, week), Ct);
        var firstMonth = await g.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, month), Ct);
        g.Clock.Advance(TimeSpan.FromHours(1));
        var next = await g.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, week), Ct);
        Assert.Equal(new DateOnly(2026, 11, 24), next.EndDate);
        Assert.NotEqual(first.RequestKey, next.RequestKey);
        Assert.Equal(firstMonth.RequestId, (await g.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, month), Ct)).RequestId);
    }

    [Fact]
    public async Task Report_of_an_open_time_is_taken_for_an_hour_unless_it_is_still_being_made()
    {
        await using var f = ReportFixture.Start();
        var today = ReportTime.Predefined(ReportTimePeriod.Today, ReportTimeZone.PacificTimeUSCanadaTijuana);
        await f.CountRowsAsync(ReportFixture.Of(8001, today));
        f.Clock.Advance(TimeSpan.FromMinutes(59));
        await f.CountRowsAsync(ReportFixture.Of(8001, today));
        Assert.Single(f.Stub.Submitted);
        f.Clock.Advance(TimeSpan.FromMinutes(2));
        f.Stub.Plan = ["Pending", "Pending", "Success"];

        var second = await f.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, today), Ct);
        f.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("report 2", second.RequestId);

        // Slow, and not begun again for that.
        Assert.True((await f.Manager.SubmitDownloadAsync(ReportFixture.Of(8001, today), Ct)).IsReused);
        Assert.Equal(2, f.Stub.Submitted.Count);
    }

    [Fact]
    public async Task Day_that_has_just_ended_counts_as_open_for_three_hours()
    {
        await using var f = ReportFixture.Start();

        // 02:00 in California: the last clicks of the day before are still to come.
        var yesterday = ReportTime.Day(new DateOnly(2026, 11, 23), ReportTimeZone.PacificTimeUSCanadaTijuana);
        await f.CountRowsAsync(ReportFixture.Of(8001, yesterday));
        f.Clock.Advance(TimeSpan.FromMinutes(61));
        await f.CountRowsAsync(ReportFixture.Of(8001, yesterday));
        Assert.Equal(2, f.Stub.Submitted.Count);
        f.Clock.Advance(TimeSpan.FromHours(10));
        await f.CountRowsAsync(ReportFixture.Of(8001, yesterday));

        Assert.Equal(2, f.Stub.Submitted.Count);
    }

    [Fact]
    public async Task Age_that_the_parameters_allow_wins()
    {
        await using var f = ReportFixture.Start();
        await f.CountRowsAsync(ReportFixture.Days());
        var parameters = ReportFixture.Days();

        parameters.MaxAge = TimeSpan.FromMinutes(5);
        await f.CountRowsAsync(parameters);
        Assert.Single(f.Stub.Submitted);
        parameters.MaxAge = TimeSpan.Zero;
        await f.CountRowsAsync(parameters);
        Assert.Equal(2, f.Stub.Submitted.Count);
        f.Clock.Advance(TimeSpan.FromMinutes(6));
        parameters.MaxAge = TimeSpan.FromMinutes(5);
        await f.CountRowsAsync(parameters);
        Assert.Equal(3, f.Stub.Submitted.Count);
        await f.Manager.ForgetAsync(await f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct));
        await f.CountRowsAsync(ReportFixture.Days());
        Assert.Equal(4, f.Stub.Submitted.Count);
    }

    [Fact]
    public async Task Answer_that_nobody_waits_for_any_more_is_kept()
    {
        await using var f = ReportFixture.Start();
        var reached = f.Stub.HoldAsync();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var submitting = f.Manager.SubmitDownloadAsync(ReportFixture.Days(), source.Token);
        await reached;

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submitting);
        var again = f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct);
        f.Stub.Release();

        Assert.Equal("report 1", (await again).RequestId);
        Assert.Equal(1, f.Stub.Attempts);
    }

    [Fact]
    public async Task Request_that_is_changed_while_it_waits_goes_out_as_it_was()
    {
        await using var f = ReportFixture.Start();
        f.Settings.MaxReportsAtOnce = 1;
        f.Stub.Plan = ["Pending"];
        await f.Manager.SubmitDownloadAsync(ReportFixture.Days(8002), Ct);
        var parameters = ReportFixture.Days();

        var waiting = f.Manager.SubmitDownloadAsync(parameters, Ct);
        ((CampaignPerformanceReportRequest)parameters.ReportRequest!).Columns!.Clear();
        f.Stub.Say("report 1", "Success");
        await waiting;

        Assert.Equal(4, f.Stub.Submitted.Last()["ReportRequest"]!["Columns"]!.AsArray().Count);
    }
}
