using BingAds.Errors;
using BingAds.Reporting;
using BingAds.Tests.Bulk.Download;
using BingAds.Tests.Clients;
using BingAds.V13.Reporting;
using Microsoft.Extensions.Time.Testing;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Tests.Reporting.Download;

/// <summary>Many reports at once: how many run, whose turn it is, and what happens when the service takes no more.</summary>
public class ReportQueueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_more_reports_run_than_the_options_say()
    {
        await using var f = ReportFixture.Start();
        f.Settings.MaxReportsAtOnce = 3;
        f.Stub.Plan = ["Pending", "Pending", "Pending", "Success"];

        var results = await AllAsync(f.Manager, Enumerable.Range(1, 40).Select(static i => ReportFixture.Days(i)));

        Assert.All(results, static r => Assert.True(r.IsSuccess));
        Assert.Equal(Enumerable.Range(0, 40), results.Select(static r => r.Index).Order());
        Assert.Equal((40, 3), (f.Stub.Submitted.Count, f.Stub.MostRunning));
    }

    [Fact]
    public async Task Accounts_take_turns_so_that_a_thousand_of_one_hold_up_no_other()
    {
        await using var f = ReportFixture.Start(1);
        f.Settings.MaxReportsAtOnce = 2;
        var requests = Enumerable.Range(0, 1000).Select(static i => ReportFixture.Days(1, $"a{i}"))
            .Concat(Enumerable.Range(0, 5).SelectMany(static i => new[] { ReportFixture.Days(2, $"b{i}"), ReportFixture.Days(3, $"c{i}") }));

        var results = await AllAsync(f.Manager, requests);

        Assert.All(results, static r => Assert.True(r.IsSuccess));
        var order = f.Stub.Accounts.ToArray();
        Assert.Equal(1010, order.Length);
        Assert.Equal(10, order.Take(25).Count(static a => a != "1"));
        Assert.True(f.Stub.MostRunning <= 2);
    }

    [Fact]
    public async Task Refusals_for_running_reports_are_waited_for_together()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Limit = 0;
        var reading = Task.WhenAll(Enumerable.Range(1, 10).Select(i => f.CountRowsAsync(ReportFixture.Days(i))));
        while (f.Clock.Pauses.Count < 12)
        {
            await Task.Delay(5, Ct);
        }

        var refused = f.Stub.Attempts;
        f.Stub.Limit = 2;
        await reading;

        // Ten went at first; after that one at a time tried for all, after pauses that grow to two minutes and a quarter at most.
        Assert.InRange(refused, 10, 10 + f.Clock.Pauses.Count);

        // Each report that ends lets one try, and one more finds out that it was the last.
        Assert.InRange(f.Stub.Attempts - refused, 10, 25);
        var pauses = f.Clock.Pauses.Where(static p => p > TimeSpan.FromSeconds(10)).Select(static p => p.TotalSeconds).Take(10).ToArray();
        Assert.InRange(pauses[0], 15, 19);
        Assert.InRange(pauses[1], 30, 38);
        Assert.All(pauses.Skip(4), static p => Assert.InRange(p, 120, 150));
        Assert.Equal((10, 2), (f.Stub.Submitted.Count, f.Stub.MostRunning));
    }

    [Fact]
    public async Task Report_that_ends_makes_room_before_the_pause_is_over()
    {
        var clock = new FakeTimeProvider(PauseClock.Start);
        await using var f = ReportFixture.Start(clock: clock);
        f.Stub.Limit = 1;
        f.Stub.Plan = ["Success"];
        var first = await f.Manager.SubmitDownloadAsync(ReportFixture.Days(1), Ct);
        var second = f.Manager.SubmitDownloadAsync(ReportFixture.Days(2), Ct);
        while (f.Stub.Attempts < 2)
        {
            await Task.Delay(5, Ct);
        }

        // The refusal may still be on its way: look until the other is through. Nobody moves the clock.
        while (!second.IsCompleted)
        {
            await f.Manager.GetStatusAsync(first, Ct);
            await Task.WhenAny(second, Task.Delay(5, Ct));
        }

        Assert.Equal("report 2", (await second).RequestId);
        Assert.Equal(PauseClock.Start, clock.GetUtcNow());
    }

    [Fact]
    public async Task Refusal_of_the_call_rate_is_repeated_by_the_call_itself()
    {
        await using var f = ReportFixture.Start();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            f.Stub.Faults.Enqueue(117);
        }

        Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));

        Assert.Equal(4, f.Stub.Attempts);
        Assert.InRange(f.Clock.Pauses.First().TotalSeconds, 15, 19);
    }

    [Fact]
    public async Task Refusal_for_the_request_is_told_at_once_and_leaves_its_place()
    {
        await using var f = ReportFixture.Start();
        f.Settings.MaxReportsAtOnce = 1;
        f.Stub.Faults.Enqueue(2004);

        var error = await Assert.ThrowsAsync<ApiException>(() => f.CountRowsAsync(ReportFixture.Days()));

        Assert.True(error.Has(ErrorCodes.ReportingNoCompleteDataAvailable));
        Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));
    }

    [Fact]
    public async Task Who_leaves_the_queue_leaves_nothing_behind()
    {
        await using var f = ReportFixture.Start();
        f.Settings.MaxReportsAtOnce = 1;
        f.Stub.Plan = ["Pending"];
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await f.Manager.SubmitDownloadAsync(ReportFixture.Days(), Ct);
        var waiting = Enumerable.Range(2, 30).Select(i => f.Manager.SubmitDownloadAsync(ReportFixture.Days(i), source.Token)).ToArray();
        var last = f.Manager.SubmitDownloadAsync(ReportFixture.Days(99), Ct);

        await source.CancelAsync();
        foreach (var one in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }

        Assert.False(last.IsCompleted);
        f.Stub.Say("report 1", "Success");
        Assert.Equal("report 2", (await last).RequestId);
        f.Stub.Say("report 2", "Success");
        Assert.Equal("report 3", (await f.Manager.SubmitDownloadAsync(ReportFixture.Days(2), Ct)).RequestId);
    }

    [Fact]
    public async Task Who_leaves_the_wait_for_a_refusing_service_lets_the_next_one_try()
    {
        var clock = new FakeTimeProvider(PauseClock.Start);
        await using var f = ReportFixture.Start(clock: clock);
        f.Stub.Limit = 0;
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var leaving = f.Manager.SubmitDownloadAsync(ReportFixture.Days(1), source.Token);
        while (f.Stub.Attempts < 1)
        {
            await Task.Delay(5, Ct);
        }

        var staying = f.Manager.SubmitDownloadAsync(ReportFixture.Days(2), Ct);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        f.Stub.Limit = 5;
        while (!staying.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(staying, Task.Delay(5, Ct));
        }

        Assert.Equal("report 1", (await staying).RequestId);
    }

    [Fact]
    public async Task Report_that_nobody_waits_for_any_more_keeps_its_place_until_it_ends()
    {
        await using var f = ReportFixture.Start();
        f.Settings.MaxReportsAtOnce = 1;
        f.Stub.Plan = ["Pending"];
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var parameters = ReportFixture.Days(1);
        parameters.Submitted = _ => source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => f.Manager.DownloadReportAsync(parameters, cancellationToken: source.Token));

        var next = f.CountRowsAsync(ReportFixture.Days(2));
        var looks = f.Stub.Looks;
        while (f.Stub.Looks < looks + 5)
        {
            await Task.Delay(5, Ct);
        }

        Assert.Single(f.Stub.Submitted);
        f.Stub.Plan = ["Success"];
        f.Stub.Say("report 1", "Success");
        Assert.Equal(5, await next);
        Assert.Equal(1, f.Stub.MostRunning);
    }

    [Fact]
    public async Task Failure_of_one_report_ends_none_of_the_others()
    {
        await using var f = ReportFixture.Start();
        f.Settings.MaxReportsAtOnce = 1;
        var broken = ReportFixture.Days(3);
        broken.ReportRequest!.ReportName = new string('x', 300);
        f.Stub.Faults.Enqueue(2003);
        f.Stub.Faults.Enqueue(0);
        f.Stub.Turns.Enqueue(new FileTurn { OtherContent = DownloadStub.Zip("no report") });

        var rows = new Dictionary<long, object>();
        await foreach (var result in f.Manager.DownloadReportsAsync([ReportFixture.Days(1), ReportFixture.Days(2), broken, null!, ReportFixture.Days(4)], cancellationToken: Ct))
        {
            await using (result)
            {
                Assert.Equal(result.Exception is null, result.IsSuccess);
                try
                {
                    rows.Add(result.Index, await ReportFixture.CountRowsAsync(result.Reader));
                }
                catch (Exception failure) when (failure is SdkException or ArgumentException)
                {
                    rows.Add(result.Index, failure.GetType());
                }
            }
        }

        Assert.Equal(typeof(PermissionException), rows[0]);
        Assert.Equal(typeof(FileFormatException), rows[1]);
        Assert.Equal(typeof(ReportRequestException), rows[2]);
        Assert.Equal(typeof(ArgumentNullException), rows[3]);
        Assert.Equal(5, rows[4]);
    }

    [Fact]
    public async Task Walk_that_is_left_early_waits_for_nothing()
    {
        await using var f = ReportFixture.Start();
        f.Settings.MaxReportsAtOnce = 2;
        f.Stub.Plan = ["Success"];

        await foreach (var result in f.Manager.DownloadReportsAsync(Enumerable.Range(1, 50).Select(static i => ReportFixture.Days(i)), cancellationToken: Ct))
        {
            Assert.Equal(5, await ReportFixture.CountRowsAsync(result.Reader));
            f.Stub.Plan = ["Pending"];
            break;
        }

        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        source.CancelAfter(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AllAsync(f.Manager, [ReportFixture.Days(77)], source.Token));
    }

    [Fact]
    public async Task Deadline_of_many_counts_from_the_turn_and_of_one_from_the_call()
    {
        var clock = new FakeTimeProvider(PauseClock.Start);
        await using var f = ReportFixture.Start(clock: clock);
        f.Settings.MaxReportsAtOnce = 1;
        f.Stub.Plan = ["Pending"];
        await f.Manager.SubmitDownloadAsync(ReportFixture.Days(1), Ct);
        var one = ReportFixture.Days(2);
        one.Timeout = TimeSpan.FromMinutes(5);
        var many = ReportFixture.Days(3);
        many.Timeout = TimeSpan.FromMinutes(5);

        var waitingOne = f.Manager.DownloadReportAsync(one, cancellationToken: Ct);
        var waitingMany = AllAsync(f.Manager, [many]);
        while (!waitingOne.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(waitingOne, Task.Delay(5, Ct));
        }

        Assert.Null((await Assert.ThrowsAsync<TimeoutException>(() => waitingOne)).JobId);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(waitingMany.IsCompleted);
        f.Stub.Plan = ["Success"];
        f.Stub.Say("report 1", "Success");
        while (!waitingMany.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(waitingMany, Task.Delay(5, Ct));
        }

        Assert.True(Assert.Single(await waitingMany).IsSuccess);
    }

    private static Task<List<ReportingDownloadResult>> AllAsync(ReportingServiceManager manager, IEnumerable<ReportingDownloadParameters> parameters) => AllAsync(manager, parameters, Ct);

    private static async Task<List<ReportingDownloadResult>> AllAsync(ReportingServiceManager manager, IEnumerable<ReportingDownloadParameters> parameters, CancellationToken cancellationToken)
    {
        var all = new List<ReportingDownloadResult>();
        await foreach (var result in manager.DownloadReportsAsync(parameters, cancellationToken: cancellationToken))
        {
            all.Add(result);
        }

        return all;
    }
}
