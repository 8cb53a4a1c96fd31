using BingAds.Emulator.Tests.Api;
using BingAds.V13.Bulk;

namespace BingAds.Emulator.Tests.Jobs;

public sealed class RecordTestsOverRest() : RecordTests(ApiTransport.Rest);

public sealed class RecordTestsOverSoap() : RecordTests(ApiTransport.Soap);

/// <summary>Small uploads within one call.</summary>
public abstract class RecordTests(ApiTransport transport)
{
    private static readonly string[] s_head = ["Type,Client Id,Id,Keyword,Bid,Name", "Format Version,,,,,6.0"];

    [Fact]
    public async Task Rows_are_answered_by_rows()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var answer = await UploadAsync(session, ["Keyword,a,,one,0.5,", "Keyword,b,,two,0.01,\r\n"]);
        Assert.Equal("CompletedWithErrors", answer.RequestStatus);
        Assert.True(string.IsNullOrEmpty(answer.RequestId));
        var text = string.Join("\r\n", answer.EntityRecords!).Split("\r\n");
        Assert.StartsWith("Type,Client Id,Id,Keyword,Bid,Name,", text[0], StringComparison.Ordinal);
        Assert.StartsWith("Format Version,,,,,6.0,", text[1], StringComparison.Ordinal);
        Assert.StartsWith("Keyword,a,5001,one,0.5,", text[2], StringComparison.Ordinal);
        Assert.StartsWith("Keyword,b,,two,0.01,", text[3], StringComparison.Ordinal);
        Assert.StartsWith("Keyword Error,,,,,,CampaignServiceBidAmountsLessThanFloorPrice,1515,Bid", text[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_errors_are_answered_by_default()
    {
        await using var session = await BulkSession.StartAsync(transport: transport);
        var answer = await session.Client.UploadEntityRecordsAsync(new() { AccountId = DemoCredentials.AccountId, EntityRecords = [.. s_head, "Keyword,a,,one,0.5,"] });
        Assert.Equal("Completed", answer.RequestStatus);
        Assert.Single(answer.EntityRecords!);
    }

    [Fact]
    public async Task An_answer_in_progress_is_asked_for_like_an_upload()
    {
        await using var session = await BulkSession.StartAsync(static o => o.Bulk.RecordsInBackground = true, transport);
        var answer = await UploadAsync(session, ["Keyword,a,,one,0.5,"]);
        Assert.Equal("InProgress", answer.RequestStatus);
        var status = await session.FinalAsync(answer.RequestId);
        Assert.Equal("Completed", status.RequestStatus);
        Assert.Equal("5001", (await session.ResultAsync(status.ResultFileUrl!))[1]["Id"]);
    }

    [Fact]
    public async Task A_wrong_call_is_refused_without_effect()
    {
        var world = new KeywordWorld();
        await using var session = await BulkSession.StartAsync(world, static o => o.Bulk.MaxRecords = 2, transport);
        Assert.Equal([206], await ApiSession.RefusalAsync(async () => await session.Client.UploadEntityRecordsAsync(new() { AccountId = DemoCredentials.AccountId })));
        Assert.Equal([3225], await ApiSession.RefusalAsync(async () => await UploadAsync(session, ["Keyword,a", "Keyword,b", "Keyword,c"])));
        Assert.Equal([3219], await ApiSession.RefusalAsync(async () => await session.Client.UploadEntityRecordsAsync(new() { AccountId = DemoCredentials.AccountId, EntityRecords = [s_head[0]] })));
        session.Emulator.Faults.Add("Bulk.UploadEntityRecords", 1, Fault.Error(204));
        Assert.Equal([204], await ApiSession.RefusalAsync(async () => await UploadAsync(session, ["Keyword,a,,one,0.5,"])));
        Assert.Equal(0, world.Applied);
    }

    private static async Task<UploadEntityRecordsResponse> UploadAsync(BulkSession session, string[] rows)
        => await session.Client.UploadEntityRecordsAsync(new() { AccountId = DemoCredentials.AccountId, EntityRecords = [.. s_head, .. rows], ResponseMode = ResponseMode.ErrorsAndResults });
}
