using BingAds.Emulator.OAuth;
using BingAds.Emulator.Tests.Jobs;
using BingAds.Errors;
using BingAds.Reporting;
using BingAds.Testing;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>The SDK's reporting manager against the emulator, from the request to the rows, over both transports.</summary>
public sealed class ReportManagerTests
{
    private const string Submit = "Reporting.SubmitGenerateReport";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ApiTransport.Rest, "Csv")]
    [InlineData(ApiTransport.Rest, "Xml")]
    [InlineData(ApiTransport.Soap, "Csv")]
    [InlineData(ApiTransport.Soap, "Tsv")]
    public async Task Report_comes_once_and_is_found_again_over_the_other_transport(ApiTransport transport, string format)
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(1_000), static o => o.Reports.JobPolls = 2);
        var settings = new ReportingServiceManagerOptions { Jobs = new MemoryReportJobStore(session.Emulator.Clock) };
        using var manager = await ManagerAsync(session, transport, settings);
        using var other = await ManagerAsync(session, transport == ApiTransport.Rest ? ApiTransport.Soap : ApiTransport.Rest, settings);

        Assert.Equal(1_000, await CountAsync(await manager.DownloadReportAsync(Accounts(format), cancellationToken: Ct)));
        Assert.Equal(1_000, await CountAsync(await other.DownloadReportAsync(Accounts(format), cancellationToken: Ct)));

        Assert.Equal(1, session.Emulator.Journal.Count(Submit));
    }

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task Report_without_rows_is_empty_and_typed(ApiTransport transport)
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(0));
        using var manager = await ManagerAsync(session, transport);

        await using var reader = await manager.DownloadReportAsync(Accounts(), cancellationToken: Ct);
        var header = await reader.ReadHeaderAsync(Ct);

        Assert.True(reader.IsEmpty);
        Assert.Equal(["TimePeriod", "AccountId"], reader.Columns!.Names.Take(2));
        Assert.Equal((new DateOnly(2027, 2, 20), new DateOnly(2027, 2, 26), ReportAggregation.Daily), (header.StartDate, header.EndDate, header.Aggregation));
        Assert.Equal(0, await CountAsync(reader));
    }

    [Theory]
    [InlineData(ApiTransport.Rest)]
    [InlineData(ApiTransport.Soap)]
    public async Task More_reports_than_the_service_runs_at_once_all_come(ApiTransport transport)
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(20), static o =>
        {
            o.Reports.MaxReportsAtOnce = 2;
            o.Reports.JobPolls = 1;
        });
        using var manager = await ManagerAsync(session, transport, new ReportingServiceManagerOptions { MaxReportsAtOnce = 5 });

        var rows = 0;
        await foreach (var result in manager.DownloadReportsAsync(Enumerable.Range(0, 12).Select(static i => Accounts(name: $"report {i}")), cancellationToken: Ct))
        {
            rows += await CountAsync(result.Reader);
        }

        Assert.Equal(12 * 20, rows);
        Assert.True(session.Emulator.Journal.Count(Submit) > 12);
    }

    [Fact]
    public async Task Report_that_failed_is_told_and_submitted_anew()
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(20));
        session.Emulator.Faults.Add(Submit, 1, Fault.JobStatus("Error"));
        using var manager = await ManagerAsync(session, ApiTransport.Rest);

        var error = await Assert.ThrowsAsync<ReportFailedException>(() => manager.DownloadReportAsync(Accounts(), cancellationToken: Ct));

        Assert.Equal("Error", error.RequestStatus);
        Assert.NotNull(error.TrackingId);
        Assert.Equal(20, await CountAsync(await manager.DownloadReportAsync(Accounts(), cancellationToken: Ct)));
        Assert.Equal(2, session.Emulator.Journal.Count(Submit));
    }

    [Fact]
    public async Task Link_that_ran_out_before_the_first_row_costs_nothing()
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(1_000));
        using var manager = await ManagerAsync(session, ApiTransport.Rest);

        var reader = await manager.DownloadReportAsync(Accounts(), cancellationToken: Ct);
        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(1_000, await CountAsync(reader));
        Assert.Equal(2, session.Emulator.Journal.Count(FaultPlan.ReportDownloadCall));
    }

    [Fact]
    public async Task Report_that_the_service_has_dropped_is_submitted_anew()
    {
        await using var session = await ReportSession.StartAsync(new MadeFigures(20));
        using var manager = await ManagerAsync(session, ApiTransport.Rest, new ReportingServiceManagerOptions { RequestLifetime = TimeSpan.FromDays(10) });
        await CountAsync(await manager.DownloadReportAsync(Accounts(), cancellationToken: Ct));
        session.Emulator.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(20, await CountAsync(await manager.DownloadReportAsync(Accounts(), cancellationToken: Ct)));

        Assert.Equal(2, session.Emulator.Journal.Count(Submit));
    }

    private static ReportingDownloadParameters Accounts(string format = "Csv", string name = "daily") => new()
    {
        ReportRequest = ReportSession.Minimal("AccountPerformance", $$"""{"Format": "{{format}}", "ReportName": "{{name}}"}"""),
    };

    private static async Task<ReportingServiceManager> ManagerAsync(ReportSession session, ApiTransport transport, ReportingServiceManagerOptions? settings = null)
    {
        var signIn = new OAuthDesktopMobileAuthCodeGrant(
            DemoCredentials.ClientId, new OAuthOptions { SignInBaseAddress = session.Emulator.BaseAddress, TimeProvider = session.Emulator.Clock });
        await signIn.RequestOAuthTokensByRefreshTokenAsync(DemoCredentials.RefreshToken, cancellationToken: Ct);
        return new ReportingServiceManager(
            new AuthorizationData
            {
                DeveloperToken = DemoCredentials.DeveloperToken, CustomerId = DemoCredentials.CustomerId, AccountId = DemoCredentials.AccountId, Authentication = signIn,
            },
            new ServiceClientOptions
            {
                BaseAddress = session.Emulator.BaseAddress,
                Transport = transport,
                TimeProvider = new HurriedClock(session.Emulator.Clock),
                AttemptTimeout = Timeout.InfiniteTimeSpan,
                TotalTimeout = Timeout.InfiniteTimeSpan,
                LoggerFactory = TraceCollector.LoggerFactory,
            },
            settings);
    }

    private static async Task<int> CountAsync(ReportFileReader reader)
    {
        await using var closing = reader;
        var rows = 0;
        await foreach (var row in reader.ReadRows(Ct))
        {
            rows++;
        }

        return rows;
    }
}
