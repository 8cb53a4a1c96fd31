using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Bidding;

/// <summary>What seasonality adjustments and data exclusions have in common: a time, and campaigns and devices that it holds for.</summary>
internal static class BiddingPeriods
{
    private const int InvalidCampaignId = 1100;

    public static void CheckTexts(string? name, string? description, ItemErrors errors)
    {
        if (string.IsNullOrWhiteSpace(name))
            errors.Fail(GeneralCodes.ValueMissing, "Name");
        else
            errors.Require(!TextRules.HasControl(name), GeneralCodes.ValueInvalid, "Name");
        errors.Require(description is null || !TextRules.HasControl(description), GeneralCodes.ValueInvalid, "Description");
    }

    public static void CheckTimes(DateTime? start, DateTime? end, ItemErrors errors)
    {
        errors.Require(start is not null, GeneralCodes.ValueMissing, "StartDate");
        errors.Require(end is not null, GeneralCodes.ValueMissing, "EndDate");
        if (start is { } first && end is { } last)
            errors.Require(TimeRules.Utc(last) > TimeRules.Utc(first), GeneralCodes.ValueOutOfRange, "EndDate");
    }

    public static void CheckAims(CallContext call, List<CampaignAssociation>? campaigns, CampaignType? types, DeviceType? devices, ItemErrors errors)
    {
        errors.Require(devices is null || DeviceRules.IsSome(devices), GeneralCodes.ValueInvalid, nameof(SeasonalityAdjustment.DeviceTypeFilter));
        errors.Require(
            types is not { } some || some.Names.All(static n => ((CampaignType)n).Known != CampaignType.KnownValue.Unrecognized), GeneralCodes.ValueInvalid,
            nameof(SeasonalityAdjustment.CampaignTypeFilter));
        foreach (var association in campaigns ?? [])
        {
            // A campaign that is deleted later stays named; that must not keep the rest from being changed.
            var isKnown = association?.CampaignId is { } id && call.Session.Entities.FindAny(FamilyNames.Campaign, id)?.Account == call.Account.Id;
            errors.Require(isKnown, InvalidCampaignId, nameof(SeasonalityAdjustment.CampaignAssociations));
        }
    }

    /// <summary>The campaigns that are still there.</summary>
    public static List<CampaignAssociation>? Living(CallContext call, List<CampaignAssociation>? campaigns)
        => campaigns?.FindAll(c => CampaignFamilies.Campaigns.FindOwn(call, c.CampaignId) is not null);
}
