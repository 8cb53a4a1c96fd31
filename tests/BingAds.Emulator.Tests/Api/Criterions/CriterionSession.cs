using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Tests.Api.Criterions;

/// <summary>Short forms of the calls of criterions.</summary>
internal static class CriterionSession
{
    public static CampaignCriterion Campaign(long campaign, string criterion, string? bid = """{"Type": "BidMultiplier", "Multiplier": 10}""", string changes = "{}")
        => ApiSession.Make<CampaignCriterion>(Json("CampaignId", campaign, "BiddableCampaignCriterion", criterion, bid), changes);

    public static CampaignCriterion NotCampaign(long campaign, string criterion)
        => ApiSession.Make<CampaignCriterion>(Json("CampaignId", campaign, "NegativeCampaignCriterion", criterion, null));

    public static AdGroupCriterion AdGroup(long group, string criterion, string? bid = """{"Type": "BidMultiplier", "Multiplier": 10}""", string changes = "{}")
        => ApiSession.Make<AdGroupCriterion>(Json("AdGroupId", group, "BiddableAdGroupCriterion", criterion, bid), changes);

    public static AdGroupCriterion NotAdGroup(long group, string criterion)
        => ApiSession.Make<AdGroupCriterion>(Json("AdGroupId", group, "NegativeAdGroupCriterion", criterion, null));

    public static async Task<(List<long?> Ids, int[] Codes)> AddAsync(this ApiSession session, string about, params CampaignCriterion[] items)
    {
        var response = await session.Campaigns.AddCampaignCriterionsAsync(new() { CriterionType = about, CampaignCriterions = [.. items] });
        return (response.CampaignCriterionIds, [.. response.NestedPartialErrors.Select(static e => e!.Code!.Value)]);
    }

    public static async Task<(List<long?> Ids, int[] Codes)> AddAsync(this ApiSession session, string about, params AdGroupCriterion[] items)
    {
        var response = await session.Campaigns.AddAdGroupCriterionsAsync(new() { CriterionType = about, AdGroupCriterions = [.. items] });
        return (response.AdGroupCriterionIds, [.. response.NestedPartialErrors.Select(static e => e!.Code!.Value)]);
    }

    public static async Task<List<CampaignCriterion?>> OfCampaignAsync(this ApiSession session, long campaign, string about, List<long>? ids = null)
        => (await session.Campaigns.GetCampaignCriterionsByIdsAsync(new() { CampaignId = campaign, CriterionType = about, CampaignCriterionIds = ids })).CampaignCriterions;

    public static async Task<List<AdGroupCriterion?>> OfAdGroupAsync(this ApiSession session, long group, string about, List<long>? ids = null)
        => (await session.Campaigns.GetAdGroupCriterionsByIdsAsync(new() { AdGroupId = group, CriterionType = about, AdGroupCriterionIds = ids })).AdGroupCriterions;

    private static string Json(string parentMember, long parent, string type, string criterion, string? bid)
        => $$"""{"Type": "{{type}}", "{{parentMember}}": "{{parent}}", "Criterion": {{criterion}}{{(bid is null ? "" : ", \"CriterionBid\": " + bid)}}}""";
}
