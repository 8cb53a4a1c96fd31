namespace BingAds.Emulator.Reports.Figures;

/// <summary>Keywords and products that negative keywords of the store keep from being seen, as things are now.</summary>
internal static class ConflictRows
{
    /// <summary>By keyword, then by negative keyword from the ad group up.</summary>
    public static IEnumerable<ReportValue[]> OfKeywords(FigureSource source)
        => Read(source, static (leaf, negatives) => leaf.Keyword?.Text is { } text ? negatives.Blocking(text).Select(n => new Conflict(leaf, n, default)) : []);

    /// <summary>By ad group, then by product and negative keyword.</summary>
    public static IEnumerable<ReportValue[]> OfProducts(FigureSource source)
        => Read(source, static (leaf, negatives) => OfferColumns.All.SelectMany(o => negatives.Blocking(o.Title).Select(n => new Conflict(leaf, n, o))));

    private static IEnumerable<ReportValue[]> Read(FigureSource source, Func<Leaf, Negatives, IEnumerable<Conflict>> find)
    {
        var columns = source.Columns.ConvertAll(c => Compile(c, source.Level));
        var row = new ReportValue[columns.Count];
        (CampaignNode Campaign, GroupNode? Group)? place = null;
        var negatives = new Negatives();
        foreach (var leaf in source.Leaves)
        {
            if (leaf.End != long.MaxValue || !source.Filter.Takes(leaf))
                continue; // What is paused or deleted is not seen anyway.
            if (place != (leaf.Campaign, leaf.Group))
            {
                place = (leaf.Campaign, leaf.Group);
                negatives = Negatives.Of(leaf.Campaign, leaf.Group);
            }

            foreach (var conflict in find(leaf, negatives))
            {
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] = columns[i](conflict);
                }

                yield return row;
            }
        }
    }

    private static Func<Conflict, ReportValue> Compile(string column, FigureLevel level) => column switch
    {
        "NegativeKeyword" => static c => ReportValue.Of(c.Negative.Text),
        "NegativeKeywordId" => static c => ReportValue.Of(c.Negative.Id),
        "NegativeKeywordMatchType" => static c => ReportValue.Of(c.Negative.IsExact ? "Exact" : "Phrase"),
        "NegativeKeywordList" => static c => ReportValue.Of(c.Negative.List?.Name),
        "NegativeKeywordListId" => static c => c.Negative.List is { } list ? ReportValue.Of(list.Id) : ReportValue.Empty,
        "ConflictLevel" => static c => ReportValue.Of(c.Negative.Level),
        // An exact negative leaves to a phrase or broad keyword all searches with more words.
        "ConflictType" => static c => ReportValue.Of(c.Negative.IsExact && c.Leaf.Match != 0 ? "Partial" : "Full"),
        "MerchantProductId" => static c => ReportValue.Of(c.Offer.Id),
        "Title" => static c => ReportValue.Of(c.Offer.Title),
        "AdGroupCriterionId" => static c => ReportValue.Of(KeywordColumns.Criterion(c.Leaf)),
        "ProductGroup" => static _ => ReportValue.Of(OfferColumns.Group(0)),
        _ => EntityColumns.Find(column, level) is { } entity ? c => entity(c.Leaf) : static _ => ReportValue.Empty,
    };

    private sealed record Conflict(Leaf Leaf, Negative Negative, (string Id, string Title) Offer);
}
