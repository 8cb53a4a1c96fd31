using BingAds.Emulator.Rules.Criterions;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>What campaigns and ad groups are aimed at, and what they stay away from.</summary>
internal static class CriterionFamilies
{
    private const int CampaignCriterionExists = 4517;
    private const int CampaignCriterionDuplicate = 4521;
    private const int AdGroupCriterionDuplicate = 4152;
    private const int WebpageExists = 5212;

    public static EntityFamily<CampaignCriterion> OfCampaigns { get; } = new(FamilyNames.CampaignCriterion, new()
    {
        Max = 100, MaxIds = 100, Empty = 4501, TooMany = 4502, NullItem = 4504, IdGiven = 4505, IdsEmpty = 4513, IdsTooMany = 4514,
        UnknownId = 4507, DuplicateId = 4506, NameTaken = CampaignCriterionDuplicate,
    })
    {
        GetId = static c => c.Id,
        SetId = static (c, id) => c.Id = id,
        UniqueName = static c => CriterionKeys.Of(c.Criterion, c is NegativeCampaignCriterion),
        NameTaken = static c => c.Criterion switch
        {
            ProductScope => CampaignCriterionExists,
            Webpage => WebpageExists,
            _ => CampaignCriterionDuplicate,
        },
        Kind = static c => CriterionKinds.Of(c.Criterion),
        Status = static c => c.Status?.ToString(),
        FirstId = 836_400_511_000,
        IdStep = 1,
    };

    public static EntityFamily<AdGroupCriterion> OfAdGroups { get; } = new(FamilyNames.AdGroupCriterion, new()
    {
        Max = 1000, MaxIds = 1000, Empty = 4104, TooMany = 4105, NullItem = 4106, IdGiven = 4110, IdsEmpty = 4101, IdsTooMany = 4103,
        UnknownId = 4100, DuplicateId = 4102, IdMissing = 4154, NameTaken = AdGroupCriterionDuplicate,
    })
    {
        GetId = static c => c.Id,
        SetId = static (c, id) => c.Id = id,
        UniqueName = static c => CriterionKeys.Of(c.Criterion, c is NegativeAdGroupCriterion),
        NameTaken = static c => c.Criterion is Webpage ? WebpageExists : AdGroupCriterionDuplicate,
        Kind = static c => CriterionKinds.Of(c.Criterion),
        Status = static c => c.Status?.ToString(),
        FirstId = 4_575_098_800_000,
        IdStep = 1,
    };
}
