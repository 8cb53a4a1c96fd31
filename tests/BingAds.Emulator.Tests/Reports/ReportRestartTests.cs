using BingAds.Reporting;
using BingAds.V13.Reporting;

namespace BingAds.Emulator.Tests.Reports;

/// <summary>Reports outlive the emulator that began them.</summary>
public sealed class ReportRestartTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.db");

    public void Dispose()
    {
        foreach (var path in new[] { _file, _file + "-wal", _file + "-shm" })
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4_321)]
    public async Task A_report_is_made_anew_from_the_request_and_the_day_it_came(int at)
    {
        string id;
        await using (var first = await StartAsync(new MadeFigures(10_000) { Before = i => StopIf(i == at) }))
        {
            id = await first.SubmitAsync(ReportSession.Minimal("AccountPerformance", """{"Time": {"PredefinedTime": "Yesterday"}}"""));
            Assert.Equal(ReportRequestStatusType.Pending, (await first.PollAsync(id)).Status);
        }

        await using var second = await StartAsync(new MadeFigures(10_000), TimeSpan.FromHours(30));
        var status = await second.FinalAsync(id);
        await using var reader = new ReportFileReader(await second.Http.GetStreamAsync(status.ReportDownloadUrl));
        var header = await reader.ReadHeaderAsync();
        Assert.Equal((new DateOnly(2027, 2, 28), 10_000, true), (header.StartDate, header.RowCount, header.IsPotentiallyIncomplete));
    }

    [Fact]
    public async Task Pending_reports_done_ones_and_links_stay_what_they_are()
    {
        (string Pending, string Done, string Link) kept;
        await using (var first = await StartAsync(new MadeFigures()))
        {
            kept.Pending = await first.SubmitAsync(ReportSession.Minimal("AccountPerformance"));
            await first.WorkAsync(kept.Pending);
            kept.Done = await first.SubmitAsync(ReportSession.Minimal("AccountPerformance"));
            await first.PollAsync(kept.Done);
            kept.Link = new Uri((await first.FinalAsync(kept.Done)).ReportDownloadUrl!).PathAndQuery;
        }

        await using var second = await StartAsync(new MadeFigures());
        Assert.Equal(ReportRequestStatusType.Pending, (await second.PollAsync(kept.Pending)).Status);
        Assert.Equal(ReportRequestStatusType.Success, (await second.PollAsync(kept.Pending)).Status);
        Assert.Equal(ReportRequestStatusType.Success, (await second.PollAsync(kept.Done)).Status);
        Assert.NotEmpty(await second.Http.GetByteArrayAsync(kept.Link));
    }

    private Task<ReportSession> StartAsync(MadeFigures figures, TimeSpan later = default) => ReportSession.StartAsync(figures, o =>
    {
        o.DataFile = _file;
        o.Reports.JobPolls = 1;
        o.Clock.Advance(later);
    });

    /// <summary>What a process that dies leaves behind: the turn under way is undone, and the job stays as it was.</summary>
    private static void StopIf(bool isTime)
    {
        if (isTime)
            throw new OperationCanceledException();
    }
}
