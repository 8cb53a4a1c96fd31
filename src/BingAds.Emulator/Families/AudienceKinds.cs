using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The kinds of audiences by the names that <c>AudienceType</c> gives them.</summary>
internal static class AudienceKinds
{
    public const string RemarketingList = "RemarketingList";
    public const string InMarket = "InMarket";
    public const string Similar = "SimilarRemarketingList";
    public const string CombinedList = "CombinedList";
    public const string CustomerList = "CustomerList";

    public static string? Of(Audience audience) => audience switch
    {
        V13.CampaignManagement.RemarketingList => RemarketingList,
        CustomAudience => "Custom",
        InMarketAudience => InMarket,
        ProductAudience => "Product",
        SimilarRemarketingList => Similar,
        V13.CampaignManagement.CombinedList => CombinedList,
        V13.CampaignManagement.CustomerList => CustomerList,
        ImpressionBasedRemarketingList => "ImpressionBasedRemarketingList",
        CustomSegment => "CustomSegment",
        _ => null,
    };
}
