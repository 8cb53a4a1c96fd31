namespace BingAds.Bulk;

/// <summary>The bid that the service suggests for the first page: records of the type <c>Keyword First Page Bid</c>.</summary>
public sealed class BulkKeywordFirstPageBid : BulkKeywordBidSuggestion;
