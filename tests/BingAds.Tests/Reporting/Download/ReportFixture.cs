using BingAds.Reporting;
using BingAds.Testing;
using BingAds.Tests.Bulk.Download;
using BingAds.Tests.Clients;
using BingAds.V13.Reporting;

namespace BingAds.Tests.Reporting.Download;

/// <summary>A stub with a report, and a manager that downloads it on a clock whose waits are over at once.</summary>
internal sealed class ReportFixture : IAsyncDisposable
{
    private ReportFixture(int rows, TimeProvider clock)
    {
        Stub = new ReportStub(DownloadStub.Zip(ReportStub.Text(rows)));
        Options = new ServiceClientOptions
        {
            BaseAddress = Stub.Address, TimeProvider = clock, AttemptTimeout = Timeout.InfiniteTimeSpan, TotalTimeout = Timeout.InfiniteTimeSpan, LoggerFactory = TraceCollector.LoggerFactory,
        };
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ReportStub Stub { get; }

    public ServiceClientOptions Options { get; }

    public ReportingServiceManagerOptions Settings { get; } = new();

    public ReportingServiceManager Manager => field ??= NewManager();

    public PauseClock Clock => (PauseClock)Options.TimeProvider;

    public static ReportFixture Start(int rows = 5, TimeProvider? clock = null) => new(rows, clock ?? new PauseClock());

    public static ReportingDownloadParameters Days(long account = 8001, string name = "daily") =>
        Of(account, ReportTime.Days(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2), ReportTimeZone.PacificTimeUSCanadaTijuana), name);

    public static ReportingDownloadParameters Of(long account, ReportTime time, string name = "daily") => new()
    {
        AccountId = account,
        ReportRequest = ReportRequest.CampaignPerformance(
            [account], ["TimePeriod", "AccountId", "CampaignId", "Clicks"], time, options: new ReportRequestOptions { Name = name, Check = false }),
    };

    public ReportingServiceManager NewManager() => new(
        new AuthorizationData
        {
            AccountId = 111, CustomerId = 900, DeveloperToken = TestSecrets.DeveloperToken,
            Authentication = new TokenSourceAuthentication(static (_, _) => new(TestSecrets.AccessToken)),
        },
        Options,
        Settings);

    public async Task<int> CountRowsAsync(ReportingDownloadParameters parameters)
    {
        await using var reader = await Manager.DownloadReportAsync(parameters, cancellationToken: Ct);
        return await CountRowsAsync(reader);
    }

    public static async Task<int> CountRowsAsync(ReportFileReader reader)
    {
        var rows = 0;
        await foreach (var row in reader.ReadRows(Ct))
        {
            rows++;
            Assert.Equal(rows, row["CampaignId"].ParseOrNull<long>());
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        Stub.Release();
        Manager.Dispose();
        await Stub.DisposeAsync();
    }
}
