using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>Each kind of fault, where files travel.</summary>
public class FileFaultTests
{
    private static readonly byte[] s_file = BulkSession.Text(KeywordWorld.Csv(3_000));

    [Fact]
    public async Task A_post_that_breaks_has_no_effect_and_leaves_the_address_good()
    {
        var world = new KeywordWorld();
        await using var session = await BulkSession.StartAsync(world);
        var target = await session.UploadUrlAsync();
        foreach (var fault in new[] { Fault.Reset(), Fault.CutRequest(), Fault.CutRequest(50_000), Fault.CutRequest(0), Fault.HttpStatus(503) })
        {
            session.Emulator.Faults.Add(FaultPlan.BulkUploadCall, 1, fault);
            if (fault.Kind == FaultKind.Status)
            {
                using var refused = await session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv"));
                Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            }
            else
            {
                await Assert.ThrowsAnyAsync<Exception>(() => session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv")));
            }

            Assert.Equal("PendingFileUpload", (await session.StatusAsync(target.RequestId)).RequestStatus);
        }

        using var good = await session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv"));
        Assert.Equal("Completed", (await session.FinalAsync(target.RequestId)).RequestStatus);
        Assert.Equal(3_000, world.Applied);
        Assert.Equal(6, session.Emulator.Journal.Count(FaultPlan.BulkUploadCall));
        Assert.Equal([0, 0, 0, 0, 503, 200], session.Answers(FaultPlan.BulkUploadCall));
    }

    [Fact]
    public async Task A_lost_answer_hides_an_upload_that_took_effect()
    {
        var world = new KeywordWorld();
        await using var session = await BulkSession.StartAsync(world);
        var target = await session.UploadUrlAsync();
        session.Emulator.Faults.Add(FaultPlan.BulkUploadCall, 1, Fault.LostAnswer());
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv")));
        Assert.Equal("Completed", (await session.FinalAsync(target.RequestId)).RequestStatus);
        Assert.Equal(3_000, world.Applied);
    }

    [Theory]
    [InlineData(3227, 400)]
    [InlineData(3224, 400)]
    [InlineData(109, 401)]
    public async Task A_planned_code_comes_in_the_form_of_uploads(int code, int status)
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        session.Emulator.Faults.Add(FaultPlan.BulkUploadCall, 1, Fault.Error(code));
        using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv"));
        Assert.Equal((status, code), ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("Code").GetInt32()));
    }

    [Fact]
    public async Task A_link_expires_on_demand()
    {
        await using var session = await BulkSession.StartAsync();
        var link = await session.DownloadLinkAsync();
        session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, Fault.ExpiredLink());
        using var refused = await session.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var good = await session.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        session.Emulator.Faults.Add(FaultPlan.BulkUploadCall, 1, Fault.ExpiredLink());
        using var upload = await session.PostAsync((await session.UploadUrlAsync()).UploadUrl!, BulkSession.Form(s_file, "a.csv"));
        Assert.Equal(3226, (await upload.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("Code").GetInt32());
    }

    [Fact]
    public async Task An_answer_breaks_in_the_middle()
    {
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(s_file, "a.csv");
        var link = await session.DownloadLinkAsync();
        var whole = await session.Http.GetByteArrayAsync(link);
        Assert.Equal(whole.Length / 2, await BrokenAsync(Fault.CutBody()));
        Assert.Equal(1_000, await BrokenAsync(Fault.CutBody(1_000)));
        Assert.InRange(await BrokenAsync(Fault.ResetBody(1_000)), 0, 1_000);

        async Task<int> BrokenAsync(Fault fault)
        {
            session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, fault);
            var got = new MemoryStream();
            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                using var answer = await session.Http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead);
                Assert.Equal(whole.Length, answer.Content.Headers.ContentLength);
                await using var body = await answer.Content.ReadAsStreamAsync();
                await body.CopyToAsync(got);
            });
            Assert.Equal(whole[..(int)got.Length], got.ToArray());
            return (int)got.Length;
        }
    }

    [Fact]
    public async Task A_cut_file_comes_in_a_whole_answer()
    {
        await using var session = await BulkSession.StartAsync();
        await session.UploadAsync(s_file, "a.csv");
        var link = await session.DownloadLinkAsync();
        var whole = await session.Http.GetByteArrayAsync(link);
        session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, Fault.CutContent(2_000));
        Assert.Equal(whole[..2_000], await session.Http.GetByteArrayAsync(link));
        session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, Fault.CutContent());
        Assert.Equal(whole[..(whole.Length / 2)], await session.Http.GetByteArrayAsync(link));
    }

    [Fact]
    public async Task A_range_is_ignored_on_demand_over_HTTP_too()
    {
        await using var session = await BulkSession.StartAsync();
        var link = await session.DownloadLinkAsync();
        using var order = await session.Http.PostAsync("/_emulator/faults", new StringContent("""{"call": "BulkDownload", "kind": "IgnoreRange"}""", Encoding.UTF8, "application/json"));
        Assert.True(order.IsSuccessStatusCode, await order.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, await AskAsync());
        Assert.Equal(HttpStatusCode.PartialContent, await AskAsync());

        async Task<HttpStatusCode> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link) { Headers = { Range = new(5, null) } };
            using var answer = await session.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("""{"call": "BulkDownload", "kind": "CutContent", "bytes": 7}""", FaultKind.CutContent, 7, null)]
    [InlineData("""{"call": "BulkDownload", "kind": "ResetBody", "bytes": 7}""", FaultKind.ResetBody, 7, null)]
    [InlineData("""{"call": "BulkDownload", "kind": "CutBody"}""", FaultKind.CutBody, null, null)]
    [InlineData("""{"call": "BulkDownload", "kind": "CutRequest", "bytes": 9}""", FaultKind.CutRequest, 9, null)]
    [InlineData("""{"call": "BulkDownload", "kind": "ExpiredLink"}""", FaultKind.ExpiredLink, null, null)]
    [InlineData("""{"call": "BulkDownload", "jobStatus": "Failed"}""", FaultKind.JobStatus, null, "Failed")]
    public async Task Orders_over_HTTP_make_the_same_faults(string body, FaultKind kind, int? bytes, string? status)
    {
        await using var session = await BulkSession.StartAsync();
        using var order = await session.Http.PostAsync("/_emulator/faults", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.True(order.IsSuccessStatusCode, await order.Content.ReadAsStringAsync());
        var fault = session.Emulator.Faults.Take("BulkDownload")!;
        Assert.Equal((kind, bytes, status), (fault.Kind, fault.Bytes, fault.Job));
    }

    [Fact]
    public async Task Faults_for_any_operation_do_not_hit_files()
    {
        await using var session = await BulkSession.StartAsync();
        var link = await session.DownloadLinkAsync();
        session.Emulator.Faults.Add("*", 1, Fault.Error(117));
        using var good = await session.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(1, session.Emulator.Faults.Left("*"));
    }

    [Fact]
    public async Task A_late_answer_waits_for_the_clock()
    {
        await using var session = await BulkSession.StartAsync();
        var link = await session.DownloadLinkAsync();
        session.Emulator.Faults.Add(FaultPlan.BulkDownloadCall, 1, Fault.Late(TimeSpan.FromMinutes(2)));
        var late = session.Http.GetAsync(link);
        await BulkSession.UntilAsync(() => Task.FromResult(session.Emulator.Faults.Left(FaultPlan.BulkDownloadCall)), static left => left == 0);
        Assert.False(late.IsCompleted);
        while (!late.IsCompleted)
        {
            session.Emulator.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var answer = await late;
    }
}
