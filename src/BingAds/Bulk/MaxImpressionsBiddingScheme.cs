using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk;

/// <summary>Bids for the most impressions. It exists in bulk files only; the Campaign Management service does not know it.</summary>
public sealed class MaxImpressionsBiddingScheme : BiddingScheme
{
    /// <summary>Highest price for a thousand impressions; column <c>Bid Strategy MaxCpm</c>.</summary>
    public Bid? MaxCpm { get; set; }
}
