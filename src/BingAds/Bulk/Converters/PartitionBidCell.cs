using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Bid of a partition: an amount, or else a multiplier. A biddable partition always has one of them.</summary>
internal static class PartitionBidCell
{
    public static void ReadAmount(in BulkCell cell, AdGroupCriterion? criterion)
    {
        if (criterion is BiddableAdGroupCriterion biddable)
        {
            biddable.CriterionBid = new FixedBid { Type = "FixedBid", Amount = DoubleCell.Read(cell) };
        }
    }

    public static void ReadMultiplier(in BulkCell cell, AdGroupCriterion? criterion)
    {
        if (criterion is BiddableAdGroupCriterion { CriterionBid: not FixedBid } biddable)
        {
            biddable.CriterionBid = new BidMultiplier { Type = "BidMultiplier", Multiplier = DoubleCell.Read(cell) };
        }
    }

    public static void End(AdGroupCriterion? criterion)
    {
        if (criterion is BiddableAdGroupCriterion { CriterionBid: null } biddable)
        {
            biddable.CriterionBid = new FixedBid { Type = "FixedBid" };
        }
    }
}
