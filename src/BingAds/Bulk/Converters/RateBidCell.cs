using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>A bid in percent.</summary>
internal static class RateBidCell
{
    public static RateBid? Read(in BulkCell cell) =>
        cell.IsDelete ? null : new RateBid { RateAmount = new RateAmount { Amount = DoubleCell.Parse(cell.Utf8) } };
}
