namespace BingAds.Bulk;

/// <summary>The bid that the service suggests for the main line: records of the type <c>Keyword Main Line Bid</c>.</summary>
public sealed class BulkKeywordMainLineBid : BulkKeywordBidSuggestion;
