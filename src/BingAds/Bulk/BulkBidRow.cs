using BingAds.Bulk.Converters;

namespace BingAds.Bulk;

/// <summary>Rows with suggested bids, which follow the row of their keyword.</summary>
internal static class BulkBidRow
{
    private const string Best = "Keyword Best Position Bid";
    private const string Main = "Keyword Main Line Bid";
    private const string First = "Keyword First Page Bid";

    private static readonly int s_keyword = BulkColumns.Find("Keyword");
    private static readonly int s_bid = BulkColumns.Find("Bid");

    public static string? Kind(ReadOnlySpan<byte> type)
    {
        if (type.SequenceEqual("Keyword Best Position Bid"u8))
        {
            return Best;
        }

        if (type.SequenceEqual("Keyword Main Line Bid"u8))
        {
            return Main;
        }

        return type.SequenceEqual("Keyword First Page Bid"u8) ? First : null;
    }

    public static void Read(scoped in BulkRow row, BulkKeyword keyword, string kind)
    {
        var text = row.Find(s_keyword);
        var suggestion = Create(kind);
        suggestion.KeywordText = text.Utf8.IsEmpty ? row.EmptyText(s_keyword) : text.ToString();
        var bid = row.Find(s_bid);
        try
        {
            suggestion.Bid = bid.Utf8.IsEmpty ? null : DoubleCell.Read(bid);
        }
        catch (FormatException error)
        {
            keyword.AddCellError(new BulkCellError(row.Line, "Bid", bid.ToString(), error.Message));
        }

        var data = keyword.BidSuggestions ??= new BidSuggestionData();
        switch (kind)
        {
            case Best: data.BestPosition = suggestion; break;
            case Main: data.MainLine = suggestion; break;
            default: data.FirstPage = suggestion; break;
        }
    }

    private static BulkKeywordBidSuggestion Create(string kind) => kind switch
    {
        Best => new BulkKeywordBestPositionBid(),
        Main => new BulkKeywordMainLineBid(),
        _ => new BulkKeywordFirstPageBid(),
    };

    public static void Write(IBulkRowSink sink, BidSuggestionData data)
    {
        Write(sink, Best, data.BestPosition);
        Write(sink, Main, data.MainLine);
        Write(sink, First, data.FirstPage);
    }

    private static void Write(IBulkRowSink sink, string type, BulkKeywordBidSuggestion? suggestion)
    {
        if (suggestion is not null)
        {
            var row = sink.Begin();
            row.Text(BulkColumns.Type, type);
            row.Text(s_keyword, suggestion.KeywordText);
            DoubleCell.Write(row, s_bid, suggestion.Bid);
            sink.End();
        }
    }
}
