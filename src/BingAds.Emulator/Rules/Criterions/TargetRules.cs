using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules.Criterions;

/// <summary>People, places, times and devices.</summary>
internal static class TargetRules
{
    private const int MaxRadiusMiles = 500;
    private const int MaxRadiusKilometers = 800;
    private const int MaxRadiusName = 50;
    private const int InvalidLocation = 1405;
    private const int InvalidGender = 1406;
    private const int InvalidAge = 1407;
    private const int InvalidLocationId = 1464;
    private const int InvalidDevice = 2922;
    private const int RadiusUnitInvalid = 2943;
    private const int DayTimeInvalid = 2944;
    private const int DayTimeInterval = 2946;
    private const int IntentInvalid = 2966;
    private const int InvalidProfileType = 5718;

    public static void Check(LocationCriterion location, ItemErrors errors)
    {
        errors.Require(location.LocationId > 0, InvalidLocationId);

        // What the service tells about the place, never the caller.
        location.EnclosedLocationIds = null;
        (location.DisplayName, location.LocationType) = Places.Find(location.LocationId);
    }

    public static void Check(LocationIntentCriterion intent, ItemErrors errors)
    {
        intent.IntentOption ??= IntentOption.PeopleInOrSearchingForOrViewingPages;
        errors.Require(intent.IntentOption.Value.Known is IntentOption.KnownValue.PeopleIn or IntentOption.KnownValue.PeopleInOrSearchingForOrViewingPages, IntentInvalid);
    }

    public static void Check(RadiusCriterion radius, ItemErrors errors)
    {
        errors.Require(radius.LatitudeDegrees is >= -85 and <= 85 && radius.LongitudeDegrees is >= -180 and <= 180, InvalidLocation);
        errors.Require(radius.RadiusUnit?.Known is DistanceUnit.KnownValue.Miles or DistanceUnit.KnownValue.Kilometers, RadiusUnitInvalid);
        var max = radius.RadiusUnit?.Known == DistanceUnit.KnownValue.Miles ? MaxRadiusMiles : MaxRadiusKilometers;
        errors.Require(radius.Radius >= 1 && radius.Radius <= max, InvalidLocation);
        errors.Require(radius.Name is null || (radius.Name.Length <= MaxRadiusName && !TextRules.HasControl(radius.Name)), InvalidLocation);
    }

    public static void Check(AgeCriterion age, ItemErrors errors)
        => errors.Require(
            age.AgeRange?.Known is not (null or AgeRange.KnownValue.Unrecognized or AgeRange.KnownValue.ThirtyFiveToFiftyFour or AgeRange.KnownValue.FiftyFiveAndAbove), InvalidAge);

    public static void Check(GenderCriterion gender, ItemErrors errors)
        => errors.Require(gender.GenderType?.Known is not (null or GenderType.KnownValue.Unrecognized), InvalidGender);

    public static void Check(DayTimeCriterion time, ItemErrors errors)
    {
        var (from, to) = (DayTimeRules.Minutes(time.FromHour, time.FromMinute), DayTimeRules.Minutes(time.ToHour, time.ToMinute));
        if (time.Day?.Known is null or Day.KnownValue.Unrecognized || from is null || to is null)
            errors.Fail(DayTimeInvalid);
        else
            errors.Require(to > from, DayTimeInterval);
    }

    public static void Check(DeviceCriterion device, ItemErrors errors)
    {
        device.OSName = null; // Reserved: the operating system is no longer a target.
        errors.Require(device.DeviceName is not null && Array.Exists(DeviceSet.Names, n => n.Equals(device.DeviceName, StringComparison.OrdinalIgnoreCase)), InvalidDevice);
    }

    public static void Check(ProfileCriterion profile, ItemErrors errors)
    {
        var isOne = profile.ProfileType?.Known is not (null or ProfileType.KnownValue.Unrecognized);
        errors.Require(isOne && profile.ProfileId > 0, InvalidProfileType);
    }
}
