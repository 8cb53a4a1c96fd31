using System.Net;
using System.Net.Http.Headers;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>Links to results: how long they live, whose host they have, and parts of the file behind them.</summary>
public class ResultLinkTests
{
    [Fact]
    public async Task A_link_needs_no_token_and_lives_for_five_minutes_from_each_status_call()
    {
        await using var session = await BulkSession.StartAsync();
        var link = await session.DownloadLinkAsync();
        session.Emulator.Clock.Advance(TimeSpan.FromSeconds(299));
        using var good = await session.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        session.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await session.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains("expired", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var forged = await session.Http.GetAsync(link.Replace("se=6", "se=7", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
    }

    [Fact]
    public async Task A_link_leads_back_by_the_host_of_the_call_and_the_journal_keeps_no_signature()
    {
        await using var session = await BulkSession.StartAsync();
        var link = new Uri(await session.DownloadLinkAsync());
        Assert.Equal(session.Emulator.BaseAddress.Authority, link.Authority);
        using var file = await session.Http.GetAsync(link);
        var entry = Assert.Single(session.Emulator.Journal.Entries, static e => e.Call == FaultPlan.BulkDownloadCall);
        Assert.Equal(("File", 200), (entry.Transport, entry.Status));
        var signature = System.Web.HttpUtility.ParseQueryString(link.Query)["sig"]!;
        Assert.DoesNotContain(signature, System.Text.Json.JsonSerializer.Serialize(session.Emulator.Journal.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_a_file_can_be_asked_for()
    {
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv(5_000)), "x.csv");
        var link = await session.DownloadLinkAsync();
        using var whole = await session.Http.GetAsync(link);
        var file = await whole.Content.ReadAsByteArrayAsync();
        var tag = whole.Headers.ETag!;
        Assert.Equal("bytes", Assert.Single(whole.Headers.AcceptRanges));
        foreach (var (from, to, start, end) in new (long?, long?, int, int)[]
        {
            (0, 9, 0, 10), (7, null, 7, file.Length), (null, 12, file.Length - 12, file.Length), (file.Length - 1, 1L << 40, file.Length - 1, file.Length),
        })
        {
            using var part = await GetAsync(new(from, to), tag);
            Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
            Assert.Equal(file[start..end], await part.Content.ReadAsByteArrayAsync());
            Assert.Equal((start, end - 1, file.Length), (part.Content.Headers.ContentRange!.From, part.Content.Headers.ContentRange.To, part.Content.Headers.ContentRange.Length));
        }

        using var head = await session.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        Assert.Equal((file.Length, 0), (head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length));
        using var beyond = await GetAsync(new(file.Length, null), tag);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        using var other = await GetAsync(new(5, null), new("\"another\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        async Task<HttpResponseMessage> GetAsync(RangeHeaderValue range, EntityTagHeaderValue condition)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = range, IfRange = new(condition) } };
            return await session.Http.SendAsync(request);
        }
    }

    [Fact]
    public async Task Without_parts_the_whole_file_comes()
    {
        await using var session = await BulkSession.StartAsync(static o => o.Bulk.AcceptRanges = false);
        var link = await session.DownloadLinkAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new(5, null) } };
        using var answer = await session.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_reset_in_the_middle_of_work_leaves_nothing_of_it()
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(BulkSession.Text(KeywordWorld.Csv(20_000)), "a.csv"));
        await session.Emulator.ResetAsync();
        await session.SignInAsync();
        Assert.Equal([4201], await Api.ApiSession.RefusalAsync(async () => await session.StatusAsync(target.RequestId)));
        await BulkSession.UntilAsync(
            async () => await session.Emulator.State.Store.RunAsync(static s => s.Query("SELECT COUNT(*) FROM piece", static r => r.GetInt32(0))[0]), static left => left == 0);
        var again = await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv("a,,one,0.5")), "a.csv");
        Assert.Equal("5001", (await session.ResultAsync(again.ResultFileUrl!))[1]["Id"]);
    }

    [Fact]
    public async Task A_reset_takes_jobs_and_files_away()
    {
        await using var session = await BulkSession.StartAsync();
        var link = await session.DownloadLinkAsync();
        await session.Emulator.ResetAsync();
        using var gone = await session.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }
}
