using BingAds.Errors;
using BingAds.V13.CampaignManagement;
using BingAds.V13.CustomerManagement;
using BatchError = BingAds.V13.CampaignManagement.BatchError;

namespace BingAds.Tests.Clients;

/// <summary>Failed items of a call that succeeded, in each of the three shapes that the services use.</summary>
public class PartialErrorTests
{
    public static TheoryData<ApiTransport> Transports => ClientFixture.Transports;

    [Theory, MemberData(nameof(Transports))]
    public async Task Flat_list_gives_items_by_index_with_editorial_data_and_gaps(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Ok(new AddCampaignsResponse
        {
            CampaignIds = [7, null, null],
            PartialErrors =
            [
                null,
                new EditorialError { Index = 2, Code = 1042, ErrorCode = "CampaignServiceEditorialValidationError", ReasonCode = 17, Appealable = true, Location = "Title" },
                new BatchError { Index = 1, Code = 1115, ErrorCode = "CampaignServiceCannotCreateDuplicateCampaign", FieldPath = "Name", Message = "Taken.", Details = "Spring" },
            ],
        }));

        var failed = (await f.AddAsync()).GetPartialErrors();

        Assert.Equal([1, 2], failed.FailedIndexes);
        Assert.True(failed.Succeeded(0));
        var (first, second) = (failed[0].Error, failed[1].Error);
        Assert.Equal((1115, "Name", "Taken.", "Spring", ErrorCategory.Conflict), (first.Code, first.FieldPath, first.Message, first.Details, first.Category));
        Assert.Equal((ApiErrorKind.EditorialError, 17, true, "Title"), (second.Kind, second.ReasonCode, second.Appealable, second.Location));
        Assert.Equal(("AddCampaigns", Replies.Track), (failed.Operation, failed.TrackingId));
        Assert.Throws<PartialErrorException>(failed.ThrowIfAnyFailed);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Nested_list_gives_items_and_parts(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Ok(new AddAdGroupCriterionsResponse
        {
            NestedPartialErrors =
            [
                null,
                new BatchErrorCollection { Index = 3, Code = 1001, BatchErrors = [new BatchError { Index = 2, Code = 1002 }] },
                new EditorialErrorCollection { Index = 1, BatchErrors = [new EditorialError { Index = 0, Code = 1042 }] },
            ],
        }));

        var failed = (await f.Campaigns.AddAdGroupCriterionsAsync(new(), cancellationToken: ClientFixture.Ct)).GetPartialErrors();

        Assert.Equal([(1, 0, 1042), (3, null, 1001), (3, 2, 1002)], failed.Select(static e => (e.Index!.Value, e.PartIndex, e.Error.Code!.Value)));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task List_of_lists_gives_items_by_place(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(Replies.Ok(
            transport,
            new AddClientLinksResponse { OperationErrors = [new() { Code = 1001 }], PartialErrors = [null, [new() { Code = 1305 }, new() { Code = 1306 }], []] },
            service: "CustomerManagement"));

        var failed = (await f.Customers.AddClientLinksAsync(new(), cancellationToken: ClientFixture.Ct)).GetPartialErrors();

        Assert.Equal([(1, 1305), (1, 1306), (null, 1001)], failed.Select(static e => (e.Index, e.Error.Code!.Value)));
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Nothing_failed_is_an_empty_list_that_throws_nothing(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Added(7));

        var failed = (await f.AddAsync()).GetPartialErrors();

        Assert.Empty(failed);
        failed.ThrowIfAnyFailed();
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task All_or_nothing_operation_says_that_nothing_was_done(ApiTransport transport)
    {
        await using var f = await ClientFixture.StartAsync(transport);
        f.Stub.Script(f.Ok(new ApplyProductPartitionActionsResponse { PartialErrors = [new BatchError { Index = 1, Code = 1 }] }));

        var failed = (await f.Campaigns.ApplyProductPartitionActionsAsync(new(), cancellationToken: ClientFixture.Ct)).GetPartialErrors();

        Assert.False(failed.Succeeded(0));
    }
}
