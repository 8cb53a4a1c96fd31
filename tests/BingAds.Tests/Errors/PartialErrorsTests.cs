using BingAds.Errors;

namespace BingAds.Tests.Errors;

public class PartialErrorsTests
{
    private static ApiError Batch(int? index, int? code, string? name = null) =>
        new() { Index = index, Code = code, Name = name, Kind = ApiErrorKind.BatchError, Service = ServiceName.CampaignManagement };

    [Fact]
    public void Errors_are_found_by_position_in_the_request_whatever_their_order()
    {
        var failed = new PartialErrors(ItemError.Flatten([Batch(4, 1101), null, Batch(1, 1115), Batch(4, 1106), null]));

        Assert.Equal([1, 4], failed.FailedIndexes);
        Assert.Equal(3, failed.Count);
        Assert.True(failed.Succeeded(0));
        Assert.False(failed.Succeeded(1));
        Assert.True(failed.Succeeded(2));
        Assert.Equal([1101, 1106], failed.For(4).Select(static e => e.Error.Code!.Value));
        Assert.Empty(failed.For(0));
    }

    [Fact]
    public void Nested_errors_keep_both_positions()
    {
        (ApiError, IEnumerable<ApiError?>?)[] nested =
        [
            (Batch(2, null), [Batch(1, 3812), null, Batch(0, 3807)]),
            (Batch(0, 3808), null),
            (Batch(5, 3803), [Batch(7, 3804)]),
            (Batch(6, null), []),
        ];

        var failed = new PartialErrors(ItemError.Flatten(nested));

        Assert.Equal(
            [(0, null, 3808), (2, 0, 3807), (2, 1, 3812), (5, null, 3803), (5, 7, 3804), (6, null, null)],
            failed.Select(static e => (e.Index, e.PartIndex, e.Error.Code)));
        Assert.Equal([0, 2, 5, 6], failed.FailedIndexes);
        Assert.StartsWith("[2][0] 3807 CampaignServiceSiteLinkDisplayTextTooLong", failed[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_without_position_leaves_no_item_surely_done()
    {
        var failed = new PartialErrors(ItemError.Flatten([Batch(null, 0), Batch(1, 1101)]));

        Assert.Equal([1], failed.FailedIndexes);
        Assert.False(failed.Succeeded(0));
        Assert.Null(failed[1].Index);
    }

    [Fact]
    public void All_or_nothing_operation_did_nothing_when_one_item_failed()
    {
        Assert.False(new PartialErrors(ItemError.Flatten([Batch(3, 4127)])) { IsAllOrNothing = true }.Succeeded(0));
        Assert.True(new PartialErrors([]) { IsAllOrNothing = true }.Succeeded(0));
    }

    [Fact]
    public void ThrowIfAnyFailed_throws_all_errors_and_nothing_when_all_went_well()
    {
        PartialErrors.None.ThrowIfAnyFailed();
        new PartialErrors(ItemError.Flatten((IEnumerable<ApiError?>?)null)).ThrowIfAnyFailed();
        var failed = new PartialErrors(ItemError.Flatten([Batch(1, 1115, "CampaignServiceCannotCreateDuplicateCampaign"), Batch(3, 1101)]))
        {
            Operation = "AddCampaigns", Service = ServiceName.CampaignManagement, TrackingId = "track-1",
        };

        var error = Assert.Throws<PartialErrorException>(failed.ThrowIfAnyFailed);

        Assert.StartsWith(
            "AddCampaigns failed for 2 items: 1115 CampaignServiceCannotCreateDuplicateCampaign (TrackingId track-1). The name is taken",
            error.Message, StringComparison.Ordinal);
        Assert.Contains("\n  [3] 1101 CampaignServiceInvalidCampaignName", error.ToString(), StringComparison.Ordinal);
        Assert.Same(failed, error.Failed);
        Assert.Equal([1115, 1101], error.Errors.Select(static e => e.Code!.Value));
        Assert.Equal((ErrorCategory.Conflict, false, 200, "track-1"), (error.Category, error.IsTransient, error.HttpStatus!.Value, error.TrackingId));
    }

    [Fact]
    public void Message_of_a_thousand_errors_stays_readable()
    {
        var error = new PartialErrorException(new PartialErrors(ItemError.Flatten(Enumerable.Range(0, 1000).Select(static i => Batch(i, 1503)))));

        Assert.Equal(102, error.Message.Split('\n').Length);
        Assert.EndsWith("and 900 more", error.Message, StringComparison.Ordinal);
        Assert.Equal(1000, error.Errors.Count);
    }
}
