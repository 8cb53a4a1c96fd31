using BingAds.Bulk;
using BingAds.Errors;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>A few entities in one call, without a file.</summary>
public class RecordsUploadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static BulkEntity[] Some => [Make.Campaign(-1, "Shoes, \"all\"", "mine"), Make.AdGroup(-1, -2, "Boots"), Make.Keyword(-2, "bad boots", clientId: "k")];

    [Fact]
    public async Task Few_entities_go_in_one_call()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.TakesRecords = true;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var result = await manager.UploadEntitiesAsync(Some, null, null, Ct);

        Assert.Equal(["EntityRecords/Upload"], fake.Log);
        Assert.Equal("2 applied, 1 failed, 0 unknown", result.ToString());
        Assert.Equal(("mine", "k"), (((BulkCampaign)result.Items[0].Result!).ClientId, result.Items[2].ClientId));
        Assert.Equal(1503, result.Items[2].Errors[0].Code);
    }

    [Fact]
    public async Task Service_that_does_not_take_them_gets_a_file_and_is_not_asked_again()
    {
        await using var fake = await FakeBulk.StartAsync();
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var result = await manager.UploadEntitiesAsync(Some, null, null, Ct);
        await manager.UploadEntitiesAsync([Make.Campaign(null, "another")], null, null, Ct);

        Assert.Equal(2, result.AppliedCount);
        Assert.Equal(2, fake.Posts.Count);
        Assert.Single(fake.Log, "EntityRecords/Upload");
    }

    [Fact]
    public async Task Call_that_breaks_down_leaves_all_unknown()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnCall = static route => route == "EntityRecords/Upload" ? (500, 0, "InternalError") : null;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        var result = await manager.UploadEntitiesAsync(Some, null, null, Ct);

        Assert.Equal(3, result.UnknownCount);
        Assert.Empty(fake.Posts);
    }

    [Fact]
    public async Task Call_that_is_refused_is_an_exception()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.OnCall = static route => route == "EntityRecords/Upload" ? (400, 106, "UserIsNotAuthorized") : null;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        await Assert.ThrowsAsync<PermissionException>(() => manager.UploadEntitiesAsync(Some, null, null, Ct));
    }

    [Fact]
    public async Task More_than_the_limit_go_as_a_file()
    {
        await using var fake = await FakeBulk.StartAsync();
        fake.TakesRecords = true;
        using var manager = new BulkServiceManager(fake.Authorization, fake.Options);

        await manager.UploadEntitiesAsync(Some, new() { MaxEntitiesPerCall = 2 }, null, Ct);

        Assert.Single(fake.Posts);
    }
}
