using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>A campaign or ad group as far as criterions ask about it.</summary>
internal sealed class CriterionParent
{
    private CriterionParent(long id, Campaign campaign, string? adGroupType, bool isCampaign)
    {
        Id = id;
        IsCampaign = isCampaign;
        CampaignId = campaign.Id!.Value;
        CampaignType = CampaignRules.TypeOf(campaign);
        AdGroupType = adGroupType;
        HasWebsite = campaign.Settings?.OfType<DynamicSearchAdsSetting>().Any() == true;
    }

    public long Id { get; }

    public bool IsCampaign { get; }

    public long CampaignId { get; }

    public string CampaignType { get; }

    public string? AdGroupType { get; }

    /// <summary>Whether the campaign names a web site for dynamic ads.</summary>
    public bool HasWebsite { get; }

    /// <summary>The campaign, if it is one of the call's account.</summary>
    public static CriterionParent? Campaign(CallContext call, long? id)
        => CampaignFamilies.Campaigns.FindOwn(call, id) is { } row ? new(row.Id, CampaignFamilies.Campaigns.Read(row), null, isCampaign: true) : null;

    /// <summary>The ad group, if it is one of the call's account.</summary>
    public static CriterionParent? AdGroup(CallContext call, long? id)
    {
        if (CampaignFamilies.AdGroups.FindOwn(call, id) is not { } row)
            return null;
        var campaign = CampaignFamilies.Campaigns.Read(call.Session.Entities.Find(FamilyNames.Campaign, row.Parent)!);
        return new(row.Id, campaign, row.Kind, isCampaign: false);
    }

    /// <summary>Whether criterions of that kind fit the type of the campaign and the ad group.</summary>
    public bool Suits(string kind) => kind switch
    {
        "ProductScope" => CampaignType is "Shopping" or "Audience" or "Search",
        "Store" => CampaignType is "Shopping",
        "ProductPartition" => CampaignType is "Shopping" or "Audience",
        "Webpage" when IsCampaign => CampaignType is "DynamicSearchAds" or "PerformanceMax" || HasWebsite,
        "Webpage" => CampaignType == "DynamicSearchAds" || AdGroupType == "SearchDynamic",
        _ when kind.StartsWith("Hotel", StringComparison.Ordinal) => CampaignType == "Hotel",
        _ => true,
    };
}
