namespace BingAds.Bulk;

/// <summary>What few entities have, in one place, so that all others pay for one reference only.</summary>
internal sealed class BulkEntityNotes
{
    public BulkHeader? Source { get; set; }

    public List<BulkError>? Errors { get; set; }

    public QualityScoreData? QualityScore { get; set; }

    public BidSuggestionData? BidSuggestions { get; set; }

    public PerformanceData? Performance { get; set; }

    public List<BulkCellError>? CellErrors { get; set; }

    public List<KeyValuePair<string, string>>? UnknownColumns { get; set; }
}
