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
        var plan = _work.Plan;
        if (plan is null)
        {
            // Figures come up to three hours late, so a day is complete some hours after its end.
            var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_connection.Now.AddHours(-6), ReportTimeZones.Find(s_zone)!).DateTime).AddDays(-1);
            plan = new PullPlan(last.AddDays(1 - Days), last, _connection.Accounts ?? await MakeAccountsAsync());
            _work.Save(_ => plan);
            _display.Say($"New pull: {plan}");
        }
        else
        {
            _display.Say($"Going on: {plan}");
        }

        var parts = plan.Accounts.Except(plan.Done).Select(account => PullAsync($"account {account}", KeywordsOf(account, plan), account, reader => KeepAsync(reader, account, plan))).ToList();
        if (plan.Campaigns is null)
        {
            parts.Add(PullAsync("all campaigns", CampaignsOf(plan), plan.Accounts[0], KeepCampaignsAsync));
        }

        await _display.WhileAsync(Task.WhenAll(parts));
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

    private async Task PullAsync(string name, ReportRequest request, long account, Func<ReportFileReader, Task> keep)
    {
        var part = _display.Add(name);
        var job = SavedJob(name) ?? await SubmitAsync(name, request, account);
        part.Submitted(job);
        try
        {
            await using var reader = await _reports.DownloadReportAsync(job);
            part.Reading(reader);
            await keep(reader);
        }
        catch (SdkException e) when (!e.IsTransient)
        {
            SaveJob(name, null); // It will not get better: the next start asks anew.
            throw;
        }

        part.Done();
    }

    // The store is what makes this safe: it notes a submission before it is sent and the job right after it, and gives the job of a request that it has one for.
    private async Task<ReportingDownloadOperation> SubmitAsync(string name, ReportRequest request, long account)
    {
        var job = await _reports.SubmitDownloadAsync(new ReportingDownloadParameters { ReportRequest = request, AccountId = account });
        SaveJob(name, job);
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

    private async Task<IReadOnlyList<long>> MakeAccountsAsync()
    {
        _display.Say("Looking for three accounts with keywords, and adding what is missing.");
        using var customers = new CustomerManagementClient(_connection.Authorization, _connection.Options);
        using var campaigns = new CampaignManagementClient(_connection.Authorization, _connection.Options);
        return await new DemoAccounts(customers, campaigns, _connection.Authorization).FillAsync();
    }
}
