using System.Text;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Tests.Jobs;

public sealed class UploadTestsOverRest() : UploadTests(ApiTransport.Rest);

public sealed class UploadTestsOverSoap() : UploadTests(ApiTransport.Soap);

/// <summary>What becomes of an uploaded file.</summary>
public abstract class UploadTests(ApiTransport transport)
{
    [Fact]
    public async Task All_rows_come_back_with_their_ids_when_asked_for()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var status = await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv("a,-1,one,0.5", "b,,two,0.01", "c,,three,0.7")), "x.csv");
        Assert.Equal(("CompletedWithErrors", 100), (status.RequestStatus, status.PercentComplete));
        var rows = await session.ResultAsync(status.ResultFileUrl!);
        Assert.Equal(["Format Version", "Keyword", "Keyword", "Keyword Error", "Keyword"], rows.Select(static r => r["Type"]));

        // Keywords come complete: with columns that were not uploaded.
        Assert.Equal(("a", "5001", "77", "Exact"), (rows[1]["Client Id"], rows[1]["Id"], rows[1]["Parent Id"], rows[1]["Match Type"]));
        Assert.Equal(("b", "two", "0.01"), (rows[2]["Client Id"], rows[2]["Keyword"], rows[2]["Bid"]));
        Assert.False(rows[2].ContainsKey("Id"));
        Assert.Equal(("1515", "CampaignServiceBidAmountsLessThanFloorPrice", "Bid"), (rows[3]["Error Number"], rows[3]["Error"], rows[3]["Field Path"]));
        Assert.Equal("5002", rows[4]["Id"]);
    }

    [Fact]
    public async Task Only_failed_rows_come_back_by_default()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var target = await session.Client.GetBulkUploadUrlAsync(new() { AccountId = DemoCredentials.AccountId });
        using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(BulkSession.Text(KeywordWorld.Csv(2_500, badEvery: 1_000)), "x.csv"));
        var status = await session.FinalAsync(target.RequestId);
        Assert.Equal("CompletedWithErrors", status.RequestStatus);
        var rows = await session.ResultAsync(status.ResultFileUrl!);
        Assert.Equal(["c0", "c1000", "c2000"], rows.Where(static r => r["Type"] == "Keyword").Select(static r => r["Client Id"]));
        Assert.Equal(3, rows.Count(static r => r["Type"] == "Keyword Error"));
    }

    [Fact]
    public async Task Other_rows_come_back_in_the_uploaded_columns()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var status = await session.UploadAsync(BulkSession.Text("Type,Odd,Name\r\nFormat Version,,6.0\r\nPlanet,\"a \"\"b\"\"\",x\r\n"), "x.csv");
        var lines = BulkSession.Unzip(await session.Http.GetByteArrayAsync(status.ResultFileUrl), out _);
        Assert.StartsWith("Type,Odd,Name,Error,Error Number,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.DoesNotContain("Campaign", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Planet,\"a \"\"b\"\"\",x,,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("Planet Error,,,BulkServiceUnknownTypeForRow,4203", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_the_emulator_stumbles_over_costs_itself_only()
    {
        var world = new KeywordWorld { Before = static i => { if (i == 1) throw new InvalidOperationException("A mistake."); } };
        await using var session = await BulkSession.StartAsync(world, transport: transport);
        var status = await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv("a,,one,0.5", "b,,two,0.5", "c,,three,0.5")), "x.csv");
        Assert.Equal("CompletedWithErrors", status.RequestStatus);
        var rows = await session.ResultAsync(status.ResultFileUrl!);
        Assert.Equal("InternalError", Assert.Single(rows, static r => r["Type"] == "Keyword Error")["Error"]);
        Assert.Equal(["5001", "5002"], rows.Where(static r => r["Type"] == "Keyword" && r.ContainsKey("Id")).Select(static r => r["Id"]));
    }

    [Fact]
    public async Task Zips_and_tabs_are_read_and_answered_alike()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var text = BulkSession.Text(KeywordWorld.Csv("a,,one,0.5").Replace(',', '\t'));
        var status = await session.UploadAsync(BulkSession.Zip(("inner.tsv", text)), "x.ZIP");
        Assert.Equal("Completed", status.RequestStatus);
        var lines = BulkSession.Unzip(await session.Http.GetByteArrayAsync(status.ResultFileUrl), out var name);
        Assert.EndsWith(".tsv", name, StringComparison.Ordinal);
        Assert.StartsWith("Keyword\ta\t5001\tone\t0.5\t", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_rows_and_bid_suggestions_of_a_result_are_passed_over()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var text = KeywordWorld.Csv("a,,one,0.5") + "Keyword Error,,,,,\r\nKeyword Best Position Bid,,,one,2,\r\nFormat Version,,,,,6.0\r\n";
        var status = await session.UploadAsync(BulkSession.Text(text), "x.csv");
        Assert.Equal("Completed", status.RequestStatus);
        Assert.Equal(2, (await session.ResultAsync(status.ResultFileUrl!)).Count);
    }

    [Theory]
    [InlineData("no mark", "UploadFileFormatNotSupported", null)]
    [InlineData("empty", "UploadFileFormatNotSupported", null)]
    [InlineData("no type", "UploadFileFormatNotSupported", null)]
    [InlineData("open quote", "UploadFileFormatNotSupported", null)]
    [InlineData("zip called csv", "UploadFileFormatNotSupported", null)]
    [InlineData("csv called zip", "UploadFileFormatNotSupported", null)]
    [InlineData("two files", "UploadFileFormatNotSupported", null)]
    [InlineData("cut zip", "UploadFileFormatNotSupported", null)]
    [InlineData("no end record", "UploadFileFormatNotSupported", null)]
    [InlineData("long", "UploadFileRowCountExceeded", 3225)]
    [InlineData("no version", "Failed", 3219)]
    [InlineData("other version", "Failed", 3217)]
    public async Task A_file_that_is_no_bulk_file_ends_the_job_without_effect(string what, string expected, int? code)
    {
        var world = new KeywordWorld();
        await using var session = await BulkSession.StartAsync(world, static o => o.Bulk.MaxUploadRows = 5, transport);
        var good = BulkSession.Text(KeywordWorld.Csv("a,,one,0.5"));
        var zip = BulkSession.Zip(("a.csv", good));
        var (file, name) = what switch
        {
            "no mark" => (good[3..], "x.csv"),
            "empty" => (BulkSession.Text(""), "x.csv"),
            "no type" => (BulkSession.Text("Kind,Name\r\nFormat Version,6.0\r\n"), "x.csv"),
            "open quote" => (BulkSession.Text(KeywordWorld.Csv("a,,one,0.5") + "Keyword,\"b"), "x.csv"),
            "zip called csv" => (zip, "x.csv"),
            "csv called zip" => (good, "x.zip"),
            "two files" => (BulkSession.Zip(("a.csv", good), ("b.csv", good)), "x.zip"),
            "cut zip" => (zip[..60], "x.zip"),
            "no end record" => (zip[..^22], "x.zip"),
            "long" => (BulkSession.Text(KeywordWorld.Csv(6)), "x.csv"),
            "no version" => (BulkSession.Text("Type,Keyword,Bid,Name\r\nKeyword,one,0.5,\r\n"), "x.csv"),
            _ => (BulkSession.Text("Type,Keyword,Bid,Name\r\nFormat Version,,,5.0\r\nKeyword,one,0.5,\r\n"), "x.csv"),
        };
        var status = await session.UploadAsync(file, name);
        Assert.Equal((expected, 0), (status.RequestStatus, status.PercentComplete));
        Assert.True(string.IsNullOrEmpty(status.ResultFileUrl));
        Assert.Equal(code, status.Errors.SingleOrDefault()?.Code);
        Assert.Equal(0, world.Applied);
    }

    [Fact]
    public async Task The_mark_may_be_left_out_by_option()
    {
        await using var session = await BulkSession.StartAsync(static o => o.Bulk.RequireByteOrderMark = false, transport);
        var status = await session.UploadAsync(Encoding.UTF8.GetBytes(KeywordWorld.Csv("a,,one,0.5")), "x.csv");
        Assert.Equal("Completed", status.RequestStatus);
    }

    [Fact]
    public async Task A_job_goes_through_its_states()
    {
        await using var session = await BulkSession.StartAsync(static o => o.Bulk.JobPolls = 1, transport);
        var target = await session.UploadUrlAsync();
        Assert.Equal("PendingFileUpload", (await session.StatusAsync(target.RequestId)).RequestStatus);
        using var answer = await session.PostAsync(target.UploadUrl!, BulkSession.Form(BulkSession.Text(KeywordWorld.Csv(10)), "x.csv"));
        await session.WorkAsync(target.RequestId);
        Assert.Equal("InProgress", (await session.StatusAsync(target.RequestId)).RequestStatus);
        Assert.Equal("Completed", (await session.StatusAsync(target.RequestId)).RequestStatus);
    }

    [Fact]
    public void The_program_can_be_told_how_long_jobs_take()
    {
        var options = EmulatorArguments.Parse(["--job-polls", "2", "--job-seconds", "90"]);
        Assert.Equal((2, TimeSpan.FromSeconds(90)), (options.Bulk.JobPolls, options.Bulk.JobDuration));
    }

    [Fact]
    public void Wrong_options_are_told_all_at_once()
    {
        var options = new EmulatorOptions { Bulk = { JobPolls = -1, MaxUploadRows = 0, ResultUrlLifetime = TimeSpan.Zero } };
        var error = Assert.Throws<ArgumentException>(options.Validate).Message;
        Assert.Contains("JobPolls", error, StringComparison.Ordinal);
        Assert.Contains("ResultUrlLifetime", error, StringComparison.Ordinal);
        Assert.Contains("Limits", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_no_file_came_for_expires()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var target = await session.UploadUrlAsync();
        session.Emulator.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("Expired", (await session.StatusAsync(target.RequestId)).RequestStatus);
    }

    [Fact]
    public async Task A_planned_end_comes_without_work()
    {
        var world = new KeywordWorld();
        await using var session = await BulkSession.StartAsync(world, transport: transport);
        session.Emulator.Faults.Add("Bulk.GetBulkUploadUrl", 1, Fault.JobStatus("Failed"));
        Assert.Equal("Failed", (await session.UploadAsync(BulkSession.Text(KeywordWorld.Csv(10)), "x.csv")).RequestStatus);
        session.Emulator.Faults.Add("Bulk.DownloadCampaignsByAccountIds", 1, Fault.JobStatus("FailedFullSyncRequired"));
        var id = await session.SubmitAsync();
        await session.WorkAsync(id);
        var status = await session.Client.GetBulkDownloadStatusAsync(new() { RequestId = id });
        Assert.Equal("FailedFullSyncRequired", status.RequestStatus);
        session.Emulator.Faults.Add("Bulk.GetBulkUploadStatus", 1, Fault.JobStatus("Aborted"));
        var target = await session.UploadUrlAsync();
        Assert.Equal("Aborted", (await session.StatusAsync(target.RequestId)).RequestStatus);
        Assert.Equal("PendingFileUpload", (await session.StatusAsync(target.RequestId)).RequestStatus);
        Assert.Equal(0, world.Applied);
    }
}
