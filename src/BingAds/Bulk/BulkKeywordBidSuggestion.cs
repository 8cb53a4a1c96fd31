namespace BingAds.Bulk;

/// <summary>One suggested bid. What it is for is told by its place in <see cref="BidSuggestionData"/>, and by its class where it was read.</summary>
public class BulkKeywordBidSuggestion
{
    /// <summary>Text of the keyword; column <c>Keyword</c>.</summary>
    public string? KeywordText { get; set; }

    /// <summary>The bid; column <c>Bid</c>.</summary>
    public double? Bid { get; set; }
}
