using System.Globalization;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>What may stand once in a campaign or ad group.</summary>
internal static class CriterionKeys
{
    /// <summary>The key; null for what has checks of its own: times may not overlap, and trees know their siblings.</summary>
    public static string? Of(Criterion? criterion, bool isNegative)
    {
        var value = criterion switch
        {
            LocationCriterion c => Number(c.LocationId),
            LocationIntentCriterion or ProductScope => "",
            RadiusCriterion c => string.Create(CultureInfo.InvariantCulture, $"{c.LatitudeDegrees:R} {c.LongitudeDegrees:R} {c.Radius} {c.RadiusUnit}"),
            AgeCriterion c => c.AgeRange?.ToString(),
            GenderCriterion c => c.GenderType?.ToString(),
            DeviceCriterion c => c.DeviceName?.ToUpperInvariant(),
            ProfileCriterion c => Number(c.ProfileId),
            AudienceCriterion c => Number(c.AudienceId),
            Webpage c => WebpageRules.KeyOf(c),
            StoreCriterion c => Number(c.StoreId),
            HotelAdvanceBookingWindowCriterion c => $"{c.MinDays}-{c.MaxDays}",
            HotelCheckInDateCriterion c => string.Create(CultureInfo.InvariantCulture, $"{c.StartDate:yyyyMMdd}-{c.EndDate:yyyyMMdd}"),
            HotelCheckInDayCriterion c => c.CheckInDay?.ToString(),
            HotelDateSelectionTypeCriterion c => c.HotelDateSelectionType?.ToString(),
            HotelLengthOfStayCriterion c => $"{c.MinNights}-{c.MaxNights}",
            GenreCriterion c => Number(c.GenreId),
            PlacementCriterion c => Number(c.PlacementId),
            TopicCriterion c => Number(c.TopicId),
            DealCriterion c => Number(c.DealId),
            _ => null,
        };
        if (value is null)
            return null;

        // The audience is one, whatever the caller thinks of its kind.
        var kind = criterion is AudienceCriterion ? "Audience" : CriterionKinds.Of(criterion);
        var sign = isNegative && criterion is (LocationCriterion or Webpage) ? "-" : "";
        return $"{sign}{kind}:{value}";
    }

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);
}
