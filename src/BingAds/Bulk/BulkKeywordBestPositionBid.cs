namespace BingAds.Bulk;

/// <summary>The bid that the service suggests for the best position: records of the type <c>Keyword Best Position Bid</c>.</summary>
public sealed class BulkKeywordBestPositionBid : BulkKeywordBidSuggestion;
