using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Audiences;

/// <summary>What is told of an audience beyond what was said of it.</summary>
internal static class AudienceView
{
    public static void Show(StoreSession session, Audience audience, AudienceAdditionalField? more)
    {
        audience.SupportedCampaignTypes = CampaignTypesOf(audience);

        // The service rounds sizes and hides small ones; here whoever tests wants to see how many items a list holds.
        if (audience is CustomerList)
            audience.SearchSize = audience.AudienceNetworkSize = session.Entities.Count(FamilyNames.CustomerListItem, audience.Id!.Value);
        if (audience is RemarketingList { Rule: PageVisitorsRule rule } && more?.Has(AudienceAdditionalField.NormalForm) != true)
            rule.NormalForm = null;
    }

    private static List<string> CampaignTypesOf(Audience audience) => audience switch
    {
        ImpressionBasedRemarketingList or CustomSegment => ["Audience", "PerformanceMax"],
        ProductAudience => ["Search", "Shopping", "Audience", "PerformanceMax"],
        _ => ["Search", "Shopping", "DynamicSearchAds", "Audience", "PerformanceMax"],
    };
}
