using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>What each kind of audience must hold.</summary>
internal static class AudienceRules
{
    private const int DefaultDuration = 30;
    private const int MaxDuration = 180;
    private const int MaxListDuration = 390;
    private const int Endless = -1;
    private const int InvalidTagId = 4826;
    private const int InvalidDuration = 4842;
    private const int InvalidCampaignId = 1100;
    private const int InvalidAdGroupId = 1201;

    public static void SetDefaults(Audience audience)
    {
        if (audience is RemarketingList or ProductAudience or CustomerList)
            audience.MembershipDuration ??= DefaultDuration;
        if (audience is RemarketingList { Rule: PageVisitorsRule rule })
            rule.NormalForm ??= NormalForm.Disjunctive;
    }

    /// <summary>The part that holds for new and changed audiences alike.</summary>
    /// <param name="call">The call.</param>
    /// <param name="audience">The audience as it will be.</param>
    /// <param name="given">What is given of it: the same when it is new.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void Check(CallContext call, Audience audience, Audience given, ItemErrors errors)
    {
        CheckDuration(audience, errors);
        switch (audience)
        {
            case RemarketingList list:
                CheckTag(call, list.TagId, errors);
                RemarketingRules.Check(list.Rule, errors);
                break;
            case ProductAudience product:
                CheckTag(call, product.TagId, errors);
                errors.Require(
                    product.ProductAudienceType is { Known: not ProductAudienceType.KnownValue.Unrecognized }, GeneralCodes.ValueInvalid, nameof(ProductAudience.ProductAudienceType));
                break;
            case CombinedList list:
                CombinationRules.Check(call, list, errors);
                break;
            case ImpressionBasedRemarketingList list when audience == given || given is ImpressionBasedRemarketingList { EntityType: not null }:
                CheckSource(call, list, errors);
                break;
            case CustomSegment segment:
                CheckCatalogs(segment, errors);
                break;
        }
    }

    private static void CheckDuration(Audience audience, ItemErrors errors)
    {
        switch (audience)
        {
            case RemarketingList or ProductAudience:
                errors.Require(audience.MembershipDuration is >= 1 and <= MaxDuration, InvalidDuration, nameof(Audience.MembershipDuration));
                break;
            case CustomerList:
                errors.Require(audience.MembershipDuration is Endless or (>= 1 and <= MaxListDuration), InvalidDuration, nameof(Audience.MembershipDuration));
                break;
            default:
                audience.MembershipDuration = null; // The others are no lists that people leave again.
                break;
        }
    }

    private static void CheckTag(CallContext call, long? tag, ItemErrors errors)
        => errors.Require(ConversionFamilies.UetTags.Find(call, tag)?.Parent == call.Account.Customer, InvalidTagId, nameof(RemarketingList.TagId));

    private static void CheckSource(CallContext call, ImpressionBasedRemarketingList list, ItemErrors errors)
    {
        var isOfGroups = list.EntityType == ImpressionBasedEntityType.AdGroup;
        errors.Require(isOfGroups || list.EntityType == ImpressionBasedEntityType.Campaign, GeneralCodes.ValueInvalid, nameof(ImpressionBasedRemarketingList.EntityType));
        var (one, many) = isOfGroups ? (list.AdGroupId, list.AdGroupIds) : (list.CampaignId, list.CampaignIds);
        long[] sources = [.. one is { } id ? [id] : Array.Empty<long>(), .. many ?? []];
        var family = isOfGroups ? FamilyNames.AdGroup : FamilyNames.Campaign;
        var areOwn = sources.Length > 0 && sources.All(source => call.Session.Entities.Find(family, source)?.Account == call.Account.Id);
        errors.Require(areOwn, isOfGroups ? InvalidAdGroupId : InvalidCampaignId);
    }

    private static void CheckCatalogs(CustomSegment segment, ItemErrors errors)
    {
        segment.EditorialStatus = CustomSegmentEditorialStatus.Approved;
        var catalogs = segment.CustomSegmentCatalogList ?? [];
        errors.Require(
            catalogs.Count > 0 && catalogs.All(static c => c is not null && (c.CatalogId is not null || TextRules.IsName(c.CatalogName, int.MaxValue))),
            GeneralCodes.ValueMissing, nameof(CustomSegment.CustomSegmentCatalogList));
    }
}
