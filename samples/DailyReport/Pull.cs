using BingAds;
using BingAds.Analytics;
using BingAds.Errors;
using BingAds.Reporting;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;
using BingAds.V13.Reporting;
using Samples;

namespace DailyReport;

/// <summary>Asks for the reports, waits for them, and puts them into their places while they come in.</summary>
internal sealed class Pull : IDisposable
{
    public const string Report = "KeywordPerformance";

    private const int Days = 90;

    // The service keeps a report for a day.
    private static readonly TimeSpan s_jobLife = TimeSpan.FromHours(20);

    private static readonly ReportTimeZone s_zone = ReportTimeZone.PacificTimeUSCanadaTijuana;

    private readonly Connection _connection;
    private readonly WorkFolder _work;
    private readonly ReportLake _lake;
    private readonly ReportingServiceManager _reports;
    private readonly PullDisplay _display = new();

    public Pull(Connection connection, WorkFolder work, ReportLake lake)
    {
        (_connection, _work, _lake) = (connection, work, lake);
        _reports = new ReportingServiceManager(connection.Authorization, connection.Options, new() { Jobs = new FileReportJobStore(work.Jobs) });
    }

    public async Task RunAsync()
    {
        // Signed in, connected and compiled before anything is submitted: what is sent then is noted at once.
        using var customers = new CustomerManagementClient(_connection.Authorization, _connection.Options);
        _display.Say($"Signed in as {(await customers.GetUserAsync(new GetUserRequest())).User?.UserName}");
        var plan = _work.Plan;
        if (plan is null)
        {
            // Figures come up to three hours late, so a day is complete some hours after its end.
            var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_connection.Now.AddHours(-6), ReportTimeZones.Find(s_zone)!).DateTime).AddDays(-1);
            plan = new PullPlan(last.AddDays(1 - Days), last, _connection.Accounts ?? await MakeAccountsAsync(customers));
            _work.Save(_ => plan);
            _display.Say($"New pull: {plan}");
        }
        else
        {
            _display.Say($"Going on: {plan}");
        }

        var parts = plan.Accounts.Except(plan.Done).Select(account => new Part(
            $"account {account}", account, KeywordsOf(account, plan), reader => KeepAsync(reader, account, plan))).ToList();
        if (plan.Campaigns is null)
        {
            parts.Add(new Part("all campaigns", plan.Accounts[0], CampaignsOf(plan), KeepCampaignsAsync));
        }

        // One after the other: whoever kills this can leave at most one of which nobody knows whether the service took it. Then all together.
        var jobs = new List<(Part, ReportingDownloadOperation, PullDisplay.Part)>();
        foreach (var part in parts)
        {
            var job = SavedJob(part.Name) ?? await SubmitAsync(part);
            jobs.Add((part, job, _display.Add(part.Name, job)));
        }

        await _display.WhileAsync(Task.WhenAll(jobs.Select(j => DownloadAsync(j.Item1, j.Item2, j.Item3))));
    }

    public void Dispose() => _reports.Dispose();

    private static KeywordPerformanceReportRequest KeywordsOf(long account, PullPlan plan) => ReportRequest.KeywordPerformance(
        [account],
        [
            KeywordPerformanceReportColumn.TimePeriod, KeywordPerformanceReportColumn.AccountId, KeywordPerformanceReportColumn.CampaignId, KeywordPerformanceReportColumn.CampaignName,
            KeywordPerformanceReportColumn.AdGroupId, KeywordPerformanceReportColumn.AdGroupName, KeywordPerformanceReportColumn.KeywordId, KeywordPerformanceReportColumn.Keyword,
            KeywordPerformanceReportColumn.DeviceType, KeywordPerformanceReportColumn.Impressions, KeywordPerformanceReportColumn.Clicks, KeywordPerformanceReportColumn.Spend,
        ],
        ReportTime.Days(plan.First, plan.Last, s_zone),
        ReportAggregation.Daily);

    private static CampaignPerformanceReportRequest CampaignsOf(PullPlan plan) => ReportRequest.CampaignPerformance(
        plan.Accounts,
        [
            CampaignPerformanceReportColumn.TimePeriod, CampaignPerformanceReportColumn.AccountId, CampaignPerformanceReportColumn.CampaignId,
            CampaignPerformanceReportColumn.Impressions, CampaignPerformanceReportColumn.Clicks, CampaignPerformanceReportColumn.Spend,
        ],
        ReportTime.Days(plan.First, plan.Last, s_zone),
        ReportAggregation.Daily);

    private async Task DownloadAsync(Part part, ReportingDownloadOperation job, PullDisplay.Part shown)
    {
        try
        {
            await using var reader = await _reports.DownloadReportAsync(job);
            shown.Reading(reader);
            await part.Keep(reader);
        }
        catch (SdkException e) when (!e.IsTransient)
        {
            SaveJob(part.Name, null); // It will not get better: the next start asks anew.
            throw;
        }

        shown.Done();
    }

    // The store is what makes this safe: it notes a submission before it is sent and the job right after it, and gives the job of a request that it has one for.
    private async Task<ReportingDownloadOperation> SubmitAsync(Part part)
    {
        var job = await _reports.SubmitDownloadAsync(new ReportingDownloadParameters { ReportRequest = part.Request, AccountId = part.Account });
        SaveJob(part.Name, job);
        return job;
    }

    private ReportingDownloadOperation? SavedJob(string name) =>
        ReportingDownloadOperation.TryParse(_work.Plan!.Jobs.GetValueOrDefault(name), out var job) && job.SubmittedAt > _connection.Now - s_jobLife ? job : null;

    private void SaveJob(string name, ReportingDownloadOperation? job) => _work.Save(p =>
    {
        var jobs = p!.Jobs.ToDictionary();
        jobs.Remove(name);
        if (job is not null)
        {
            jobs.Add(name, job.ToString());
        }

        return p with { Jobs = jobs };
    });

    // All days of the account get their files at once, or none does.
    private async Task KeepAsync(ReportFileReader reader, long account, PullPlan plan)
    {
        await _lake.ReplaceAsync(reader, new LakeWindow(Report, account, plan.First, plan.Last));
        _work.Save(p => p! with { Done = [.. p.Done, account] });
    }

    private async Task KeepCampaignsAsync(ReportFileReader reader)
    {
        var days = new Dictionary<(long, DateOnly), DayTotals>();
        await foreach (var row in reader.ReadAsync<CampaignPerformanceRecord>())
        {
            var (account, day) = (row.AccountId!.Value, row.TimePeriod!.Value.Date!.Value);
            var sum = days.GetValueOrDefault((account, day)) ?? new DayTotals(account, day, 0, 0, 0);
            days[(account, day)] = sum with
            {
                Clicks = sum.Clicks + (row.Clicks ?? 0), Impressions = sum.Impressions + (row.Impressions ?? 0), Spend = sum.Spend + (row.Spend ?? 0),
            };
        }

        _work.Save(p => p! with { Campaigns = [.. days.Values] });
    }

    private async Task<IReadOnlyList<long>> MakeAccountsAsync(CustomerManagementClient customers)
    {
        _display.Say("Looking for three accounts with keywords, and adding what is missing.");
        using var campaigns = new CampaignManagementClient(_connection.Authorization, _connection.Options);
        return await new DemoAccounts(customers, campaigns, _connection.Authorization).FillAsync();
    }

    /// <summary>One report: under which account it is asked for, and where its rows go.</summary>
    private sealed record Part(string Name, long Account, ReportRequest Request, Func<ReportFileReader, Task> Keep);
}
