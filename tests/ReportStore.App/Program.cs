using System.Globalization;
using BingAds;
using BingAds.Reporting;
using BingAds.V13.Reporting;

// One of several processes that share a folder of report jobs: downloads the same reports as the others.
// Arguments: the service's address, the folder, how many reports. It says "ready", waits for a line, and in the end says how many of the reports it submitted by itself.
using var manager = new ReportingServiceManager(
    new AuthorizationData { AccountId = 1, CustomerId = 2, DeveloperToken = "none", Authentication = new TokenSourceAuthentication(static (_, _) => new("none")) },
    new ServiceClientOptions { BaseAddress = new Uri(args[0]) },
    new ReportingServiceManagerOptions { Jobs = new FileReportJobStore(args[1]), StatusPollInterval = TimeSpan.FromMilliseconds(20) });
var count = int.Parse(args[2], CultureInfo.InvariantCulture);

Console.WriteLine("ready");
Console.ReadLine();
var time = ReportTime.Days(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2), ReportTimeZone.Arizona);
var submitted = 0;
await foreach (var result in manager.DownloadReportsAsync(Enumerable.Range(1, count).Select(Report)))
{
    await using (result)
    {
        if (result.Exception is not null)
            throw result.Exception;
        if (!result.Operation!.IsReused)
            submitted++;
        await foreach (var row in result.Reader.ReadRows())
            _ = row;
    }
}

Console.WriteLine(submitted);
return;

ReportingDownloadParameters Report(int account) => new()
{
    CheckRequest = false,
    ReportRequest = ReportRequest.AccountPerformance([account], ["TimePeriod", "AccountId", "Clicks"], time, options: new ReportRequestOptions { Check = false }),
};
