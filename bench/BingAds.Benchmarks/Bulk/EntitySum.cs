using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Benchmarks.Bulk;

/// <summary>Looks at members of each entity, within the measured time, so that nothing could be left for later. The proof is <see cref="CellChecksum"/>.</summary>
internal sealed class EntitySum
{
    public double Value { get; private set; }

    public void Add(BulkEntity entity) => Value += entity switch
    {
        BulkKeyword { Keyword: { } k } e => Of(k.Id) + Of(e.AdGroupId) + Of(e.CampaignName) + Of(e.AdGroupName) + Of(k.Text) + Of(k.Param1) + Of(k.Param2)
            + (k.Bid?.Amount ?? 0) + Of(k.FinalUrls) + Of(k.FinalUrlSuffix) + Of(k.MatchType?.ToString()) + Of(k.Status?.ToString()),
        BulkResponsiveSearchAd { ResponsiveSearchAd: { } a } e => Of(a.Id) + Of(e.AdGroupId) + Of(a.Headlines) + Of(a.Descriptions) + Of(a.Path1) + Of(a.Path2) + Of(a.FinalUrls),
        BulkAdGroup { AdGroup: { } g } e => Of(g.Id) + Of(g.Name) + (g.CpcBid?.Amount ?? 0) + (g.StartDate?.Day ?? 0) + Of(g.TrackingUrlTemplate) + Of(e.CampaignName),
        BulkCampaign { Campaign: { } c } => Of(c.Id) + Of(c.Name) + (c.DailyBudget ?? 0) + Of(c.Languages) + Of(c.UrlCustomParameters?.Parameters?[0].Key),
        _ => entity.Line,
    };

    private static double Of(string? text) => text is { Length: > 0 } ? text.Length + text[0] : 0;

    private static double Of(long? number) => number ?? 0;

    private static double Of(List<string>? texts) => texts is [var first, ..] ? Of(first) : 0;

    private static double Of(List<AssetLink>? links)
    {
        var sum = 0.0;
        foreach (var link in links ?? [])
        {
            sum += Of((link.Asset as TextAsset)?.Text) + Of(link.PinnedField);
        }

        return sum;
    }
}
