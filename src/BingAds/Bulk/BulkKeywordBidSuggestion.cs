namespace BingAds.Bulk;

/// <summary>One suggested bid.</summary>
public sealed class BulkKeywordBidSuggestion
{
    /// <summary>Text of the keyword; column <c>Keyword</c>.</summary>
    public string? KeywordText { get; set; }

    /// <summary>The bid; column <c>Bid</c>.</summary>
    public double? Bid { get; set; }
}
