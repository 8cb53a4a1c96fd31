using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk;

/// <summary>Setting of a LinkedIn campaign. It exists in bulk files only; the Campaign Management service does not know it.</summary>
public sealed class LinkedInSetting : Setting
{
    /// <summary>What the campaign is to achieve; column <c>Campaign Goal</c>.</summary>
    public CampaignGoal? Goal { get; set; }
}
