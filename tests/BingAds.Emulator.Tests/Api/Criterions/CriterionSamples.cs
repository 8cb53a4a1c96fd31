namespace BingAds.Emulator.Tests.Api.Criterions;

/// <summary>Criterions that nothing is wrong with, by the names of their types.</summary>
internal static class CriterionSamples
{
    public static string Of(string type) => type switch
    {
        "Location" => """{"Type": "LocationCriterion", "LocationId": "190"}""",
        "LocationIntent" => """{"Type": "LocationIntentCriterion", "IntentOption": "PeopleIn"}""",
        "Radius" => """{"Type": "RadiusCriterion", "LatitudeDegrees": 45.5, "LongitudeDegrees": -122.7, "Radius": "25", "RadiusUnit": "Miles", "Name": "Quay"}""",
        "Age" => """{"Type": "AgeCriterion", "AgeRange": "FiftyToSixtyFour"}""",
        "Gender" => """{"Type": "GenderCriterion", "GenderType": "Male"}""",
        "DayTime" => """{"Type": "DayTimeCriterion", "Day": "Monday", "FromHour": 9, "FromMinute": "Zero", "ToHour": 12, "ToMinute": "Fifteen"}""",
        "CompanyName" => """{"Type": "ProfileCriterion", "ProfileType": "CompanyName", "ProfileId": "808251207"}""",
        "JobFunction" => """{"Type": "ProfileCriterion", "ProfileType": "JobFunction", "ProfileId": "806227"}""",
        "Industry" => """{"Type": "ProfileCriterion", "ProfileType": "Industry", "ProfileId": "807658654"}""",
        "ProductScope" => """{"Type": "ProductScope", "Conditions": [{"Operand": "Brand", "Attribute": "Otter"}]}""",
        "Webpage" => """{"Type": "Webpage", "Parameter": {"CriterionName": "Sale", "Conditions": [{"Operand": "Url", "Operator": "Contains", "Argument": "/sale"}]}}""",
        "Store" => """{"Type": "StoreCriterion", "StoreId": "5"}""",
        "Placement" => """{"Type": "PlacementCriterion", "PlacementId": "5", "PlacementName": "news.example.org"}""",
        "Topic" => """{"Type": "TopicCriterion", "TopicId": "5", "TopicName": "Sailing"}""",
        "Genre" => """{"Type": "GenreCriterion", "GenreId": "5"}""",
        "Deal" => """{"Type": "DealCriterion", "DealId": "5"}""",
        "HotelAdvanceBookingWindow" => """{"Type": "HotelAdvanceBookingWindowCriterion", "MinDays": 0, "MaxDays": 7}""",
        "HotelCheckInDay" => """{"Type": "HotelCheckInDayCriterion", "CheckInDay": "Friday"}""",
        "HotelCheckInDate" => """{"Type": "HotelCheckInDateCriterion", "StartDate": "2027-05-01T00:00:00", "EndDate": "2027-05-09T00:00:00"}""",
        "HotelLengthOfStay" => """{"Type": "HotelLengthOfStayCriterion", "MinNights": 2, "MaxNights": 5}""",
        "HotelDateSelectionType" => """{"Type": "HotelDateSelectionTypeCriterion", "HotelDateSelectionType": "UserSelection"}""",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Members of a campaign or ad group that the kind needs.</summary>
    public static (string Campaign, string AdGroup) ParentOf(string type) => type switch
    {
        "ProductScope" or "Store" => ("""{"CampaignType": "Shopping", "Settings": [{"Type": "ShoppingSetting", "StoreId": "5", "SalesCountryCode": "US", "Priority": 0}]}""", "{}"),
        "Webpage" => ("""{"Settings": [{"Type": "DynamicSearchAdsSetting", "DomainName": "shop.example.com", "Language": "English"}]}""", """{"AdGroupType": "SearchDynamic"}"""),
        _ when type.StartsWith("Hotel", StringComparison.Ordinal) => ("""{"CampaignType": "Hotel"}""", "{}"),
        _ => ("{}", "{}"),
    };
}
