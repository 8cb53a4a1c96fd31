using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BingAds.Emulator.Tests.Jobs;

/// <summary>The POST of a file: who may, where, and what must be in it.</summary>
public class UploadPostTests
{
    private static readonly byte[] s_file = BulkSession.Text(KeywordWorld.Csv("a,,one,0.5"));

    [Fact]
    public async Task An_address_is_good_for_one_file()
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        using var first = await session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv"));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await RefusedAsync(session, target.UploadUrl!, BulkSession.Form(s_file, "a.csv"), 3224);
    }

    [Fact]
    public async Task Of_many_files_for_one_address_at_once_one_is_taken()
    {
        var world = new KeywordWorld();
        await using var session = await BulkSession.StartAsync(world);
        var target = await session.UploadUrlAsync();
        var file = BulkSession.Text(KeywordWorld.Csv(4_000));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => session.PostAsync(target.UploadUrl!, BulkSession.Form(file, "a.csv"))));
        Assert.Equal(1, answers.Count(static a => a.StatusCode == HttpStatusCode.OK));
        foreach (var refused in answers.Where(static a => a.StatusCode != HttpStatusCode.OK))
        {
            Assert.Equal(3224, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("Code").GetInt32());
        }

        Assert.Equal("Completed", (await session.FinalAsync(target.RequestId)).RequestStatus);
        Assert.Equal(4_000, world.Applied);
        Array.ForEach(answers, static a => a.Dispose());
    }

    [Fact]
    public async Task An_address_that_is_old_or_made_up_is_refused()
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        await RefusedAsync(session, target.UploadUrl + "x", BulkSession.Form(s_file, "a.csv"), 3220);
        await RefusedAsync(session, "/storage/upload/nothing?se=1&sig=2", BulkSession.Form(s_file, "a.csv"), 3220);
        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(15));
        await RefusedAsync(session, target.UploadUrl!, BulkSession.Form(s_file, "a.csv"), 3226);
    }

    [Fact]
    public async Task There_must_be_one_file_of_a_known_kind()
    {
        await using var session = await BulkSession.StartAsync();
        var url = (await session.UploadUrlAsync()).UploadUrl!;
        await RefusedAsync(session, url, new StringContent("no form"), 3221);
        await RefusedAsync(session, url, new MultipartFormDataContent { { new StringContent("x"), "file" } }, 3221);
        await RefusedAsync(session, url, BulkSession.Form(s_file, "a.csv", part: "other"), 3221);
        await RefusedAsync(session, url, BulkSession.Form(s_file, "a.txt"), 3223);
        var two = BulkSession.Form(s_file, "a.csv");
        two.Add(new ByteArrayContent(s_file), "file", "b.csv");
        await RefusedAsync(session, url, two, 3222);

        // None of it has used the address up, and nothing is left of it.
        using var good = await session.PostAsync(url, BulkSession.Form(s_file, "a.csv"));
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_end_is_no_file()
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        using var whole = BulkSession.Form(s_file, "a.csv");
        var bytes = await whole.ReadAsByteArrayAsync();
        var cut = new ByteArrayContent(bytes[..^10]);
        cut.Headers.ContentType = whole.Headers.ContentType;
        await RefusedAsync(session, target.UploadUrl!, cut, 3221);
        Assert.Equal("PendingFileUpload", (await session.StatusAsync(target.RequestId)).RequestStatus);
    }

    [Theory]
    [InlineData("AuthenticationToken", "wrong", 401, 105)]
    [InlineData("AuthenticationToken", null, 401, 116)]
    [InlineData("DeveloperToken", "wrong", 401, 105)]
    [InlineData("DeveloperToken", null, 401, 116)]
    [InlineData("AccountId", "142990112", 400, 3220)]
    [InlineData("CustomerId", "16700655", 400, 3220)]
    public async Task The_sender_is_looked_at(string header, string? value, int status, int code)
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv"), headers =>
        {
            headers.Remove(header);
            if (value is not null)
                headers.Add(header, value);
        });
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("Code").GetInt32());
    }

    [Fact]
    public async Task Tokens_may_come_as_a_bearer_and_accounts_by_the_other_name()
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv"), static headers =>
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", headers.GetValues("AuthenticationToken").Single());
            headers.Remove("AuthenticationToken");
            headers.Remove("AccountId");
            headers.Add("CustomerAccountId", $"{DemoCredentials.AccountId}");
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Another_users_address_is_none()
    {
        await using var session = await BulkSession.StartAsync();
        var target = await session.UploadUrlAsync();
        var other = await session.OtherUserAsync(BingAds.Emulator.Store.Role.SuperAdmin);
        using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(s_file, "a.csv"), headers =>
        {
            headers.Remove("AuthenticationToken");
            headers.Add("AuthenticationToken", other);
        });
        Assert.Equal(3220, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("Code").GetInt32());
    }

    [Fact]
    public async Task A_large_file_that_is_refused_is_read_to_its_end_so_that_the_answer_arrives()
    {
        await using var session = await BulkSession.StartAsync();
        var url = (await session.UploadUrlAsync()).UploadUrl!;
        await RefusedAsync(session, url + "x", BulkSession.Form(new byte[40 << 20], "a.csv"), 3220);
        session.Emulator.Faults.Add(FaultPlan.BulkUploadCall, 1, Fault.Error(3227));
        await RefusedAsync(session, url, BulkSession.Form(new byte[40 << 20], "a.csv"), 3227);
    }

    [Fact]
    public async Task Too_many_uploads_at_once_are_refused_until_one_is_done()
    {
        await using var session = await BulkSession.StartAsync(static o => (o.Bulk.MaxUploadsAtOnce, o.Bulk.JobDuration) = (2, TimeSpan.FromMinutes(1)));
        for (var i = 0; i < 2; i++)
        {
            using var taken = await session.PostAsync((await session.UploadUrlAsync()).UploadUrl!, BulkSession.Form(s_file, "a.csv"));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        var url = (await session.UploadUrlAsync()).UploadUrl!;
        await RefusedAsync(session, url, BulkSession.Form(s_file, "a.csv"), 3227);
        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        using var good = await session.PostAsync(url, BulkSession.Form(s_file, "a.csv"));
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_too_long_or_too_large_can_be_refused_at_once()
    {
        await using var session = await BulkSession.StartAsync(static o => (o.Bulk.MaxUploadRows, o.Bulk.RefuseLongFiles, o.Bulk.MaxUploadBytes) = (5, true, 1_000));
        var url = (await session.UploadUrlAsync()).UploadUrl!;
        await RefusedAsync(session, url, BulkSession.Form(BulkSession.Text(KeywordWorld.Csv(6)), "a.csv"), 3225);
        using var large = await session.PostAsync(url, BulkSession.Form(new byte[1_001], "a.csv"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        using var good = await session.PostAsync(url, BulkSession.Form(BulkSession.Text(KeywordWorld.Csv(5)), "a.csv"));
        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
    }

    private static async Task RefusedAsync(BulkSession session, string url, HttpContent content, int code)
    {
        using var answer = await session.PostAsync(url, content);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((400, code), ((int)answer.StatusCode, body.GetProperty("Code").GetInt32()));
        Assert.StartsWith("BulkService", body.GetProperty("ErrorCode").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(body.GetProperty("TrackingId").GetString()!);
        Assert.NotEmpty(body.GetProperty("Message").GetString()!);
        Assert.NotEmpty(body.GetProperty("RequestId").GetString()!);
    }
}
