namespace BingAds.Emulator.Reports.Figures;

/// <summary>How many products the product groups of shopping campaigns match now.</summary>
internal static class ProductMatchRows
{
    /// <summary>By ad group, then by product group; without a column that tells them apart, what is the same is told once.</summary>
    public static IEnumerable<ReportValue[]> Read(FigureSource source)
    {
        var ofCampaigns = new Dictionary<long, long>();
        var columns = source.Columns.ConvertAll(c => Compile(c, source.Level, ofCampaigns));
        var (row, last) = (new ReportValue[columns.Count], new ReportValue[columns.Count]);
        var isFirst = true;
        foreach (var leaf in source.Leaves.Where(static l => l.End == long.MaxValue))
        {
            for (var part = 0; part < OfferColumns.Groups; part++)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] = columns[i](leaf, part);
                }

                if (!isFirst && row.AsSpan().SequenceEqual(last))
                    continue;
                isFirst = false;
                row.CopyTo(last, 0);
                yield return row;
            }
        }
    }

    private static Func<Leaf, int, ReportValue> Compile(string column, FigureLevel level, Dictionary<long, long> ofCampaigns) => column switch
    {
        "ProductGroup" => static (_, part) => ReportValue.Of(OfferColumns.Group(part)),
        "PartitionType" => static (_, part) => ReportValue.Of(OfferColumns.GroupType(part)),
        "AdGroupCriterionId" => static (leaf, part) => ReportValue.Of(KeywordColumns.Criterion(leaf) + part),
        "MatchedProductsAtProductGroup" => static (leaf, part) => ReportValue.Of(Count(leaf.Number, part)),
        "MatchedProductsAtAdGroup" => static (leaf, _) => ReportValue.Of(Count(leaf.Number)),
        "MatchedProductsAtCampaign" => (leaf, _) => ReportValue.Of(Count(leaf.Campaign, ofCampaigns)),
        _ => EntityColumns.Find(column, level) is { } entity ? (leaf, _) => entity(leaf) : static (_, _) => ReportValue.Empty,
    };

    private static long Count(CampaignNode campaign, Dictionary<long, long> known)
    {
        if (!known.TryGetValue(campaign.Id, out var count))
            known[campaign.Id] = count = campaign.Account.World.LeavesOf(campaign).Where(static l => l.End == long.MaxValue).Sum(static l => Count(l.Number));
        return count;
    }

    private static long Count(ulong number) => Enumerable.Range(0, OfferColumns.Groups).Sum(part => Count(number, part));

    private static long Count(ulong number, int part) => 1 + (long)(Mix.Of(number, 960 + (ulong)part) % 40);
}
