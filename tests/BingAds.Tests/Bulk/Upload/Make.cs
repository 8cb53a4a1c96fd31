using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Tests.Bulk.Upload;

/// <summary>Entities in few words.</summary>
internal static class Make
{
    public static BulkCampaign Campaign(long? key, string name, string? clientId = null) =>
        new() { AccountId = 111, ClientId = clientId, Campaign = new Campaign { Id = key, Name = name } };

    public static BulkAdGroup AdGroup(long? campaign, long? key, string name, string? campaignName = null) =>
        new() { CampaignId = campaign, CampaignName = campaignName, AdGroup = new AdGroup { Id = key, Name = name } };

    public static BulkKeyword Keyword(long? adGroup, string text, long? id = null, string? clientId = null, double? bid = null) => new()
    {
        AdGroupId = adGroup, ClientId = clientId, Keyword = new Keyword { Id = id, Text = text, Bid = bid is null ? null : new Bid { Amount = bid } },
    };

    public static BulkKeyword KeywordByName(string campaign, string adGroup, string text) =>
        new() { CampaignName = campaign, AdGroupName = adGroup, Keyword = new Keyword { Text = text } };

    public static async IAsyncEnumerable<BulkEntity> Stream(IEnumerable<BulkEntity> entities)
    {
        foreach (var entity in entities)
        {
            await Task.Yield();
            yield return entity;
        }
    }
}
