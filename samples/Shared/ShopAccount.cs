using BingAds.Bulk;
using BingAds.V13.CampaignManagement;
using MatchType = BingAds.V13.CampaignManagement.MatchType;

namespace Samples;

/// <summary>
/// The campaigns of a shop as bulk entities: 200 rows a campaign, of which 5 are ad groups, 180 keywords and 14 responsive search ads. Nothing has an id yet:
/// negative numbers stand for those that the service will give, and children name their parents by them.
/// </summary>
internal static class ShopAccount
{
    public const int RowsOfCampaign = 200;

    private const int AdGroups = 5;
    private const int Ads = 14;

    /// <summary>So many rows, made while they are asked for.</summary>
    public static IEnumerable<BulkEntity> Make(long accountId, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            var (campaign, k) = (i / RowsOfCampaign, i % RowsOfCampaign);
            yield return k switch
            {
                0 => MakeCampaign(accountId, campaign),
                <= AdGroups => MakeAdGroup(campaign, k - 1),
                < RowsOfCampaign - Ads => MakeKeyword(campaign, k),
                _ => MakeAd(campaign, k),
            };
        }
    }

    private static long CampaignKey(int campaign) => -(campaign * 10L) - 1;

    private static long AdGroupKey(int campaign, int group) => CampaignKey(campaign) - 1 - group;

    private static BulkCampaign MakeCampaign(long accountId, int number) => new()
    {
        AccountId = accountId,
        Campaign = new()
        {
            Id = CampaignKey(number),
            Name = $"Shop window {number + 1}",
            CampaignType = CampaignType.Search,
            BudgetType = BudgetLimitType.DailyBudgetStandard,
            DailyBudget = 20 + (number % 30),
            Languages = ["English"],
            Status = CampaignStatus.Active,
        },
    };

    private static BulkAdGroup MakeAdGroup(int campaign, int group) => new()
    {
        CampaignId = CampaignKey(campaign),
        AdGroup = new()
        {
            Id = AdGroupKey(campaign, group),
            Name = $"Shelf {group + 1}",
            Language = "English",
            CpcBid = new() { Amount = 0.5 + (group / 10.0) },
            Status = AdGroupStatus.Active,
        },
    };

    private static BulkKeyword MakeKeyword(int campaign, int k) => new()
    {
        AdGroupId = AdGroupKey(campaign, k % AdGroups),
        Keyword = new()
        {
            Text = $"boots size {20 + (k / 4)} model {campaign}-{k}",
            MatchType = (k % 3) switch { 0 => MatchType.Exact, 1 => MatchType.Phrase, _ => MatchType.Broad },
            Bid = new() { Amount = Math.Round(0.3 + (k / 100.0), 2) },
            FinalUrls = [$"https://shop.example.com/{campaign}/{k}"],
            Status = KeywordStatus.Active,
        },
    };

    private static BulkResponsiveSearchAd MakeAd(int campaign, int k) => new()
    {
        AdGroupId = AdGroupKey(campaign, k % AdGroups),
        ResponsiveSearchAd = new()
        {
            Headlines = [Asset($"Boots of shelf {k}"), Asset($"Window {campaign + 1} is open"), Asset("Sent today, here tomorrow")],
            Descriptions = [Asset("Warm feet through the winter, or the money back."), Asset("Every size from 20 to 52, also by the single boot.")],
            FinalUrls = [$"https://shop.example.com/{campaign}"],
            Path1 = "boots",
            Status = AdStatus.Active,
        },
    };

    private static AssetLink Asset(string text) => new() { Asset = new TextAsset { Text = text } };
}
