namespace BingAds.Bulk;

/// <summary>Bids that the service suggests for a keyword: rows of their own after the keyword's.</summary>
public sealed class BidSuggestionData
{
    /// <summary>Bid for the best position.</summary>
    public BulkKeywordBidSuggestion? BestPosition { get; set; }

    /// <summary>Bid for the main line.</summary>
    public BulkKeywordBidSuggestion? MainLine { get; set; }

    /// <summary>Bid for the first page.</summary>
    public BulkKeywordBidSuggestion? FirstPage { get; set; }
}
