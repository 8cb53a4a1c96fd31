using BingAds.Errors;
using BingAds.Reporting;
using BingAds.Tests.Bulk.Download;
using BingAds.Tests.Clients;
using BingAds.V13.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Tests.Reporting.Download;

/// <summary>One report from the request to its rows, and what may go wrong on the way.</summary>
public class ReportingManagerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Report_is_read_over_the_wire()
    {
        await using var f = ReportFixture.Start(2_000);
        f.Stub.Plan = ["Pending", "Pending", "Success"];
        var progress = new Seen();
        ReportingDownloadOperation? submitted = null;
        var parameters = ReportFixture.Days();
        parameters.Submitted = operation => submitted = operation;

        await using var reader = await f.Manager.DownloadReportAsync(parameters, progress, Ct);
        Assert.Equal(2_000, await ReportFixture.CountRowsAsync(reader));

        Assert.False(reader.IsEmpty);
        Assert.Equal(("daily", 2_000L), (reader.Header!.ReportName, reader.Header.RowCount));
        Assert.Equal("CampaignPerformanceReportRequest", Assert.Single(f.Stub.Submitted)["ReportRequest"]!["Type"]!.ToString());
        Assert.Equal(("report 1", 8001L, 900L, "t-1"), (submitted!.RequestId, submitted.AccountId, submitted.CustomerId, submitted.TrackingId));
        Assert.Equal(
            [ReportingStage.Waiting, ReportingStage.Running, ReportingStage.Running, ReportingStage.Made, ReportingStage.Receiving],
            progress.Values.Select(static p => p.Stage).Where((s, i) => i < 4 || s == ReportingStage.Receiving).Take(5));
        Assert.Equal((long)f.Stub.File.Length, progress.Values[^1].BytesReceived);
    }

    [Fact]
    public async Task Break_of_the_connection_and_link_that_ran_out_change_nothing()
    {
        await using var f = ReportFixture.Start(20_000);
        foreach (var turn in new FileTurn[] { new() { Status = 403 }, new() { BreakAfter = 4_000 }, new() { Status = 404 }, new() { BreakAfter = 9_000 }, new() { Status = 410 }, new() { Status = 503 } })
        {
            f.Stub.Turns.Enqueue(turn);
        }

        Assert.Equal(20_000, await f.CountRowsAsync(ReportFixture.Days()));

        Assert.Empty(f.Stub.Turns);
        Assert.Equal(4, f.Stub.Looks);
        Assert.Single(f.Stub.Submitted);
        Assert.All(f.Stub.FileRequests, static r => Assert.DoesNotContain("Authorization", r, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Success_without_a_link_is_an_empty_report_of_what_was_asked_for()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Empty"];
        var parameters = ReportFixture.Days(name: "shoes: \"red\"");
        parameters.ReportRequest!.ExcludeReportHeader = true;
        parameters.ReportRequest.ExcludeColumnHeaders = true;

        await using var reader = await f.Manager.DownloadReportAsync(parameters, cancellationToken: Ct);
        var header = await reader.ReadHeaderAsync(Ct);

        Assert.True(reader.IsEmpty);
        Assert.Equal(0, await ReportFixture.CountRowsAsync(reader));
        Assert.Equal(["TimePeriod", "AccountId", "CampaignId", "Clicks"], reader.Columns!.Names);
        Assert.Equal(("shoes: \"red\"", (long?)0, ReportAggregation.Daily), (header.ReportName, header.RowCount, header.Aggregation));
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2)), (header.StartDate, header.EndDate));
        Assert.Equal(ReportTimeZone.PacificTimeUSCanadaTijuana, header.TimeZone);
        Assert.Empty(f.Stub.FileRequests);
    }

    [Theory]
    [InlineData("Csv", "report.csv")]
    [InlineData("Tsv", "report.txt")]
    [InlineData("Xml", "report.xml")]
    [InlineData("Csv", "report.zip")]
    [InlineData("Xml", "report.gz")]
    public async Task Empty_report_on_disk_can_be_read_like_any_other(string format, string name)
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Empty"];
        var parameters = ReportFixture.Days();
        parameters.ReportRequest!.Format = new ReportFormat(format);
        using var folder = new TemporaryFolder();

        var operation = await f.Manager.DownloadFileAsync(parameters, folder.File(name), cancellationToken: Ct);

        await using var reader = ReportFileReader.Open(folder.File(name));
        Assert.Equal(0, await ReportFixture.CountRowsAsync(reader));
        Assert.Equal(format, reader.Format.ToString());
        Assert.Equal("daily", reader.Header!.ReportName);
        Assert.Equal(operation.Columns, reader.Columns!.Names);
    }

    [Theory]
    [InlineData("report.csv")]
    [InlineData("report.zip")]
    public async Task File_gets_its_name_when_it_is_whole(string name)
    {
        await using var f = ReportFixture.Start(20_000);
        f.Stub.Turns.Enqueue(new FileTurn { BreakAfter = 3_000 });
        f.Stub.Turns.Enqueue(new FileTurn { CutAt = f.Stub.File.Length - 30 });
        using var folder = new TemporaryFolder();

        await f.Manager.DownloadFileAsync(ReportFixture.Days(), folder.File(name), cancellationToken: Ct);

        Assert.Equal([folder.File(name)], Directory.GetFiles(folder.Path));
        await using var reader = ReportFileReader.Open(folder.File(name));
        Assert.Equal(20_000, await ReportFixture.CountRowsAsync(reader));
        await Assert.ThrowsAsync<IOException>(() => f.Manager.DownloadFileAsync(ReportFixture.Days(), folder.File(name), cancellationToken: Ct));
    }

    [Fact]
    public async Task Report_that_the_service_gave_up_is_told_with_all_that_is_known()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Pending", "Error"];

        var error = await Assert.ThrowsAsync<ReportFailedException>(() => f.Manager.DownloadReportAsync(ReportFixture.Days(), cancellationToken: Ct));

        Assert.Equal(("report 1", "Error", "daily", "t-1", PauseClock.Start.Date), (error.RequestId, error.RequestStatus, error.ReportName, error.TrackingId, error.SubmittedAt!.Value.Date));
        Assert.Equal("report 1", ReportingDownloadOperation.Parse(error.SavedOperation!).RequestId);
        Assert.Equal((ErrorCategory.Service, false), (error.Category, error.IsTransient));
    }

    [Fact]
    public async Task Request_that_the_service_would_refuse_is_not_sent_unless_told_to()
    {
        await using var f = ReportFixture.Start();
        var parameters = ReportFixture.Days();
        var request = (CampaignPerformanceReportRequest)parameters.ReportRequest!;
        request.Columns = [CampaignPerformanceReportColumn.CampaignId, CampaignPerformanceReportColumn.CampaignId];
        request.Time = null;

        var error = await Assert.ThrowsAsync<ReportRequestException>(() => f.Manager.SubmitDownloadAsync(parameters, Ct));

        Assert.True(error.Findings.Count > 2);
        Assert.Equal(0, f.Stub.Attempts);
        parameters.CheckRequest = false;
        await f.Manager.SubmitDownloadAsync(parameters, Ct);
        Assert.Equal(1, f.Stub.Attempts);
        await Assert.ThrowsAsync<ArgumentException>(() => f.Manager.SubmitDownloadAsync(new ReportingDownloadParameters(), Ct));
    }

    [Fact]
    public async Task Deadline_ends_the_wait_and_not_the_report()
    {
        var clock = new FakeTimeProvider(PauseClock.Start);
        await using var f = ReportFixture.Start(clock: clock);
        f.Stub.Plan = ["Pending"];
        var parameters = ReportFixture.Days();
        parameters.Timeout = TimeSpan.FromMinutes(10);

        var reading = f.Manager.DownloadReportAsync(parameters, cancellationToken: Ct);
        while (!reading.IsCompleted)
        {
            await Task.WhenAny(reading, Task.Delay(5, Ct));
            clock.Advance(f.Stub.Looks > 0 ? TimeSpan.FromSeconds(20) : TimeSpan.Zero);
        }

        var error = await Assert.ThrowsAsync<TimeoutException>(() => reading);
        f.Stub.Say("report 1", "Success");
        using var another = f.NewManager();
        await using var reader = await another.DownloadReportAsync(ReportingDownloadOperation.Parse(error.JobId!), cancellationToken: Ct);
        Assert.Equal(5, await ReportFixture.CountRowsAsync(reader));
        Assert.Single(f.Stub.Submitted);
    }

    [Fact]
    public async Task Looks_at_a_report_grow_apart_and_differ()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = [.. Enumerable.Repeat("Pending", 60), "Success"];

        await f.CountRowsAsync(ReportFixture.Days());

        var waits = f.Clock.Pauses.ToArray();
        Assert.Equal(60, waits.Length);
        Assert.InRange(waits[0].TotalSeconds, 0.8, 1.2);
        Assert.All(waits.Skip(45), static w => Assert.InRange(w.TotalSeconds, 48, 72));
        Assert.True(waits.Skip(45).Distinct().Count() > 5);
    }

    [Fact]
    public async Task Operation_that_was_saved_is_gone_on_with_elsewhere()
    {
        await using var f = ReportFixture.Start(30);
        var saved = (await f.Manager.SubmitDownloadAsync(ReportFixture.Days().ReportRequest!, Ct)).ToString();
        f.Manager.Dispose();
        using var another = f.NewManager();

        var operation = ReportingDownloadOperation.Parse(saved);
        Assert.True((await another.TrackAsync(operation, cancellationToken: Ct)).IsSuccess);
        await using var reader = await another.DownloadReportAsync(operation, cancellationToken: Ct);
        Assert.Equal(30, await ReportFixture.CountRowsAsync(reader));
        using var text = new StreamReader(await another.OpenDownloadAsync(operation, cancellationToken: Ct));
        Assert.Equal(ReportStub.Text(30), await text.ReadToEndAsync(Ct));

        Assert.Single(f.Stub.Submitted);
        Assert.DoesNotContain("http", saved, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => another.GetStatusAsync(operation with { Environment = ApiEnvironment.Sandbox }, Ct));
    }

    [Fact]
    public void Operation_is_the_same_after_it_was_saved()
    {
        var operation = new ReportingDownloadOperation
        {
            RequestId = "a;b=c %\n", AccountId = 1, CustomerId = 2, Environment = ApiEnvironment.Sandbox, SubmittedAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), TrackingId = "t",
            RequestKey = "k", ReportType = "KeywordPerformance", ReportName = "a\nb;c", StartDate = new DateOnly(2026, 2, 3), EndDate = new DateOnly(2026, 3, 4), TimeZone = "Arizona",
            Aggregation = "Hourly", Format = ReportFileFormat.Xml, Columns = ["TimePeriod", "Clicks"], ExcludesHeader = true, ExcludesFooter = true, ExcludesColumnHeaders = true,
        };

        var again = ReportingDownloadOperation.Parse(operation.ToString());
        Assert.Equal(operation, again);
        Assert.Equal(operation.GetHashCode(), again.GetHashCode());
        Assert.Equal(operation.Columns, again.Columns);
        Assert.Equal((operation.ReportName, operation.StartDate, operation.Format, true, true, true), (again.ReportName, again.StartDate, again.Format, again.ExcludesHeader, again.ExcludesFooter, again.ExcludesColumnHeaders));
        Assert.DoesNotContain('\n', operation.ToString());
        Assert.False(ReportingDownloadOperation.TryParse("report;2;id=5;environment=Sandbox", out _));
        Assert.False(ReportingDownloadOperation.TryParse(null, out _));
        Assert.Throws<FormatException>(() => ReportingDownloadOperation.Parse("bulk-download;1;id=5;environment=Sandbox"));
    }

    [Fact]
    public async Task File_without_header_and_footer_is_read_as_it_was_asked_for()
    {
        const string Rows = "\"2026-11-01\",\"8001\",\"1\",\"5\"\r\n\"2026-11-02\",\"8001\",\"2\",\"7\"\r\n";
        await using var f = ReportFixture.Start();
        var parameters = ReportFixture.Days();
        parameters.ReportRequest!.ExcludeReportHeader = true;
        parameters.ReportRequest.ExcludeColumnHeaders = true;
        f.Stub.Turns.Enqueue(new FileTurn { OtherContent = DownloadStub.Zip(Rows) });
        f.Stub.Turns.Enqueue(new FileTurn { OtherContent = DownloadStub.Zip(Rows + "\"@2026 Microsoft Corporation. All rights reserved. \"\r\n") });

        // The footer was not left out, and is the only thing that shows the end.
        var error = await Assert.ThrowsAsync<FileFormatException>(() => f.CountRowsAsync(parameters));
        Assert.Equal(FileFault.MissingEnd, error.Fault);
        Assert.Equal(2, await f.CountRowsAsync(parameters));
    }

    [Fact]
    public async Task Cancellation_ends_the_wait_at_once_and_the_report_is_found_again()
    {
        await using var f = ReportFixture.Start();
        f.Stub.Plan = ["Pending"];
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var parameters = ReportFixture.Days();
        parameters.Submitted = _ => source.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => f.Manager.DownloadReportAsync(parameters, cancellationToken: source.Token));

        f.Stub.Say("report 1", "Success");
        Assert.Equal(5, await f.CountRowsAsync(ReportFixture.Days()));
        Assert.Single(f.Stub.Submitted);
    }

    [Fact]
    public async Task Manager_comes_from_dependency_injection_with_its_settings()
    {
        await using var f = ReportFixture.Start();
        var store = new MemoryReportJobStore();
        var services = new ServiceCollection();
        services.AddBingAds("north", o =>
        {
            o.DeveloperToken = "token";
            o.Authentication = static _ => new TokenSourceAuthentication(static (_, _) => new("t"));
            o.Client.BaseAddress = f.Stub.Address;
            o.Reporting.Jobs = store;
        });
        await using var provider = services.BuildServiceProvider();

        var manager = provider.GetRequiredKeyedService<ReportingServiceManager>("north");
        var operation = await manager.SubmitDownloadAsync(ReportFixture.Days(), Ct);

        Assert.Same(manager, provider.GetRequiredKeyedService<ReportingServiceManager>("north"));
        await using var held = await store.LockAsync(operation.RequestKey!, Ct);
        Assert.Equal(operation, held.Entry!.Operation);
    }

    private sealed class Seen : IProgress<ReportingOperationProgressInfo>
    {
        public List<ReportingOperationProgressInfo> Values { get; } = [];

        public void Report(ReportingOperationProgressInfo value) => Values.Add(value);
    }
}
