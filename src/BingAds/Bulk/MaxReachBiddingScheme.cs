using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk;

/// <summary>Bids for the largest reach. It exists in bulk files only; the Campaign Management service does not know it.</summary>
public sealed class MaxReachBiddingScheme : BiddingScheme;
