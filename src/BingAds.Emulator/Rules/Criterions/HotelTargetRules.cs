using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>When and how long somebody wants to stay. No codes are published for these; that of conditions is the nearest.</summary>
internal static class HotelTargetRules
{
    private const int InvalidCondition = 4107;
    private const int MaxDays = 330;
    private const int MaxNights = 30;

    public static void Check(HotelAdvanceBookingWindowCriterion window, ItemErrors errors)
        => errors.Require(window.MinDays is >= 0 and <= MaxDays && (window.MaxDays is null or (>= 0 and <= MaxDays)) && !(window.MaxDays < window.MinDays), InvalidCondition);

    public static void Check(HotelLengthOfStayCriterion stay, ItemErrors errors)
        => errors.Require(stay.MinNights is >= 1 and <= MaxNights && (stay.MaxNights is null or (>= 1 and <= MaxNights)) && !(stay.MaxNights < stay.MinNights), InvalidCondition);

    public static void Check(HotelCheckInDateCriterion date, ItemErrors errors)
        => errors.Require(date.StartDate is not null && date.EndDate is not null && date.EndDate >= date.StartDate, InvalidCondition);

    public static void Check(HotelCheckInDayCriterion day, ItemErrors errors)
        => errors.Require(day.CheckInDay?.Known is not (null or Day.KnownValue.Unrecognized), InvalidCondition);

    public static void Check(HotelDateSelectionTypeCriterion selection, ItemErrors errors)
        => errors.Require(selection.HotelDateSelectionType?.Known is not (null or HotelDateSelectionType.KnownValue.Unrecognized), InvalidCondition);
}
