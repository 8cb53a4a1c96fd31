using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>What a criterion must be, by its kind.</summary>
internal static class CriterionRules
{
    private const int InvalidCondition = 4107;
    private const int InvalidStoreId = 1154;
    private const int InvalidPlacementId = 2612;
    private const int DoesNotMatch = 2956;
    private const int CannotUpdateWebpage = 5209;

    /// <param name="criterion">The criterion.</param>
    /// <param name="isNegative">Whether it keeps ads away.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static void Check(Criterion criterion, bool isNegative, ItemErrors errors)
    {
        switch (criterion)
        {
            case LocationCriterion c: TargetRules.Check(c, errors); break;
            case LocationIntentCriterion c: TargetRules.Check(c, errors); break;
            case RadiusCriterion c: TargetRules.Check(c, errors); break;
            case AgeCriterion c: TargetRules.Check(c, errors); break;
            case GenderCriterion c: TargetRules.Check(c, errors); break;
            case DayTimeCriterion c: TargetRules.Check(c, errors); break;
            case DeviceCriterion c: TargetRules.Check(c, errors); break;
            case ProfileCriterion c: TargetRules.Check(c, errors); break;
            case ProductScope c: ProductScopeRules.Check(c, errors); break;
            case Webpage c: WebpageRules.Check(c, isNegative, errors); break;
            case HotelAdvanceBookingWindowCriterion c: HotelTargetRules.Check(c, errors); break;
            case HotelCheckInDateCriterion c: HotelTargetRules.Check(c, errors); break;
            case HotelCheckInDayCriterion c: HotelTargetRules.Check(c, errors); break;
            case HotelDateSelectionTypeCriterion c: HotelTargetRules.Check(c, errors); break;
            case HotelLengthOfStayCriterion c: HotelTargetRules.Check(c, errors); break;
            case StoreCriterion c: errors.Require(c.StoreId > 0, InvalidStoreId); break;
            case PlacementCriterion c: errors.Require(c.PlacementId > 0, InvalidPlacementId); break;
            case GenreCriterion c: errors.Require(c.GenreId > 0, InvalidCondition); break;
            case TopicCriterion c: errors.Require(c.TopicId > 0, InvalidCondition); break;
            case DealCriterion c: errors.Require(c.DealId > 0, InvalidCondition); break;
        }
    }

    /// <summary>Whether ads can be kept away by the kind, and whether they can be drawn by it.</summary>
    public static bool Allows(string kind, bool isNegative, bool isCampaign) => kind switch
    {
        "Location" or "Age" or "Gender" => true,
        "CompanyName" or "JobFunction" or "Industry" => !isNegative || !isCampaign,
        "Store" => isNegative && isCampaign,
        "Webpage" => isNegative || !isCampaign,
        "ProductScope" or "Deal" => !isNegative && isCampaign,
        "ProductPartition" or "HotelGroup" => !isCampaign,
        "Genre" or "Placement" or "Topic" => !isCampaign,
        _ when kind.StartsWith("Hotel", StringComparison.Ordinal) => !isNegative && !isCampaign,
        _ when CriterionKinds.IsAudience(kind) || kind == "Audience" => true,
        _ => !isNegative,
    };

    /// <summary>What an update may give in place of a criterion: the same again, or the few members that can change.</summary>
    public static Criterion Merge(Criterion before, Criterion? given, ItemErrors errors)
    {
        switch (before, given)
        {
            case (_, null):
                return before;
            case (LocationIntentCriterion, LocationIntentCriterion { IntentOption: null }):
                return before;
            case (LocationIntentCriterion, LocationIntentCriterion) or (ProductScope, ProductScope { Conditions.Count: > 0 }):
                return given;
            case (Webpage old, Webpage { Parameter: { } parameter }):
                errors.Require(parameter.Conditions is null || WebpageRules.KeyOf((Webpage)given) == WebpageRules.KeyOf(old), CannotUpdateWebpage);
                old.Parameter!.CriterionName = parameter.CriterionName ?? old.Parameter.CriterionName;
                return old;
            case (ProductScope, ProductScope) or (Webpage, Webpage):
                return before;
            case (DayTimeCriterion old, DayTimeCriterion time):
                errors.Require(IsSame(old, time), DoesNotMatch);
                return before;
            default:
                errors.Require(before.GetType() == given.GetType() && (IsBare(given) || CriterionKeys.Of(before, false) == CriterionKeys.Of(given, false)), DoesNotMatch);
                return before;
        }
    }

    /// <summary>Whether the update leaves out what it aims at: then that stays.</summary>
    private static bool IsBare(Criterion given)
    {
        var members = given.WireType.Members;
        return Enumerable.Range(0, members.Length).All(i => members[i].Name is "Type" || given.GetMember(i) is null);
    }

    private static bool IsSame(DayTimeCriterion one, DayTimeCriterion other)
        => IsBare(other) || (one.Day == other.Day && one.FromHour == other.FromHour && one.FromMinute == other.FromMinute && one.ToHour == other.ToHour && one.ToMinute == other.ToMinute);
}
