using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The kinds of criterions by the names that <c>CampaignCriterionType</c> and <c>AdGroupCriterionType</c> give them, and the names that stand for several.</summary>
internal static class CriterionKinds
{
    private const string Targets = "Targets";
    private const string Audience = "Audience";

    /// <summary>The kind; null when it is none of the service's.</summary>
    public static string? Of(Criterion? criterion) => criterion switch
    {
        LocationCriterion => "Location",
        LocationIntentCriterion => "LocationIntent",
        RadiusCriterion => "Radius",
        AgeCriterion => "Age",
        GenderCriterion => "Gender",
        DayTimeCriterion => "DayTime",
        DeviceCriterion => "Device",
        ProfileCriterion profile => profile.ProfileType?.ToString() ?? "Profile",
        AudienceCriterion audience => OfAudience(audience.AudienceType?.ToString()),
        ProductScope => "ProductScope",
        Webpage => "Webpage",
        StoreCriterion => "Store",
        ProductPartition => "ProductPartition",
        HotelGroup => "HotelGroup",
        HotelAdvanceBookingWindowCriterion => "HotelAdvanceBookingWindow",
        HotelCheckInDateCriterion => "HotelCheckInDate",
        HotelCheckInDayCriterion => "HotelCheckInDay",
        HotelDateSelectionTypeCriterion => "HotelDateSelectionType",
        HotelLengthOfStayCriterion => "HotelLengthOfStay",
        GenreCriterion => "Genre",
        PlacementCriterion => "Placement",
        TopicCriterion => "Topic",
        DealCriterion => "Deal",
        _ => null,
    };

    /// <summary>Whether one of the names of a filter stands for the kind.</summary>
    public static bool IsWanted(IReadOnlyList<string> names, string? kind)
        => kind is not null && (names.Contains(kind, StringComparer.Ordinal) || names.Contains(GroupOf(kind), StringComparer.Ordinal));

    /// <summary>Whether the kind is one of trees, which only actions change.</summary>
    public static bool IsListing(string? kind) => kind is "ProductPartition" or "HotelGroup";

    public static bool IsAudience(string? kind) => kind is not null && GroupOf(kind) == Audience;

    private static string? GroupOf(string kind) => kind switch
    {
        "Location" or "LocationIntent" or "Radius" or "Age" or "Gender" or "DayTime" or "Device" => Targets,
        "CompanyName" or "JobFunction" or "Industry" or "JobSeniority" or "JobTitle" or "Profile" => Targets,
        "HotelAdvanceBookingWindow" or "HotelCheckInDate" or "HotelCheckInDay" or "HotelDateSelectionType" or "HotelLengthOfStay" => Targets,
        "Genre" or "Placement" or "Topic" or "Deal" => Targets,
        "CustomAudience" or "InMarketAudience" or "ProductAudience" or "RemarketingList" or "SimilarRemarketingList" or "CombinedList" or "CustomerList"
            or "ImpressionBasedRemarketingList" or "CustomSegment" => Audience,
        _ => null,
    };

    /// <summary>Criterions call some audiences otherwise than <c>AudienceType</c> does.</summary>
    private static string OfAudience(string? type) => type switch
    {
        null => Audience,
        "Custom" or "InMarket" or "Product" => type + Audience,
        _ => type,
    };
}
