namespace BingAds.Emulator.Reports.Figures;

/// <summary>Attributes of keywords. What delivers without keywords has empty cells here.</summary>
internal static class KeywordColumns
{
    public static Func<Leaf, ReportValue>? Find(string column, FigureLevel level) => column switch
    {
        "KeywordId" => static l => l.IsKeyword ? ReportValue.Of(l.Row.Id) : ReportValue.Empty,
        "Keyword" => static l => ReportValue.Of(l.Keyword?.Text),
        "KeywordStatus" => static l => l.IsKeyword ? ReportValue.Of(StatusOf(l)) : ReportValue.Empty,
        "KeywordLabels" => static l => l.IsKeyword ? ReportValue.Of(l.Account.World.Labels(FamilyNames.Keyword, l.Row.Id)) : ReportValue.Empty,
        "BidMatchType" => static l => ReportValue.Of(l.IsKeyword ? l.Row.Kind ?? "Broad" : "Unknown"),
        "CurrentMaxCpc" => static l => Bid(l),
        "Param1" => static l => ReportValue.Of(l.Keyword?.Param1),
        "Param2" => static l => ReportValue.Of(l.Keyword?.Param2),
        "Param3" => static l => ReportValue.Of(l.Keyword?.Param3),
        "FinalAppUrl" when level == FigureLevel.Keyword => static l => ReportValue.Of(l.Keyword?.FinalAppUrls?.FirstOrDefault()?.Url),
        _ => null,
    };

    /// <summary>Id of the criterion that was met. Product groups have no entities of their own here, so theirs follow from the leaf.</summary>
    public static long Criterion(Leaf leaf) => leaf.IsKeyword ? leaf.Row.Id : 4_300_000_000_000 + (long)(Mix.Of(leaf.Number, 950) % 1_000_000_000 * 10);

    private static string StatusOf(Leaf leaf) => leaf.Row.Deleted ? "Deleted" : leaf.Row.Status ?? "Active";

    private static ReportValue Bid(Leaf leaf)
        => (leaf.Keyword?.Bid?.Amount ?? leaf.Group?.Body.CpcBid?.Amount) is { } bid ? ReportValue.Of(decimal.Round((decimal)bid, 4)) : ReportValue.Empty;
}
