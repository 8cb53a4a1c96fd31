using BingAds.Emulator.Api;
using BingAds.Emulator.Bulk;
using BingAds.Emulator.Handlers.AdInsight;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Handlers.CampaignManagement.AdExtensions;
using BingAds.Emulator.Handlers.CampaignManagement.Audiences;
using BingAds.Emulator.Handlers.CampaignManagement.Bidding;
using BingAds.Emulator.Handlers.CampaignManagement.Conversions;
using BingAds.Emulator.Handlers.CampaignManagement.Criterions;
using BingAds.Emulator.Handlers.CampaignManagement.Experiments;
using BingAds.Emulator.Handlers.CampaignManagement.ReferenceData;
using BingAds.Emulator.Handlers.CustomerManagement;
using BingAds.Emulator.Reports;

namespace BingAds.Emulator.Handlers;

/// <summary>Everything the emulator can do.</summary>
internal static class AllHandlers
{
    public static HandlerTable Create(BulkJobs jobs, ReportJobs reports)
    {
        var table = new HandlerTable();
        CampaignHandlers.Register(table);
        AdGroupHandlers.Register(table);
        KeywordHandlers.Register(table);
        AdHandlers.Register(table);
        BudgetHandlers.Register(table);
        LabelHandlers.Register(table);
        LabelAssociationHandlers.Register(table);
        NegativeKeywordHandlers.Register(table);
        NegativeSiteHandlers.Register(table);
        SharedListHandlers.Register(table);
        SharedListItemHandlers.Register(table);
        SharedListAssociationHandlers.Register(table);
        AdExtensionHandlers.Register(table);
        AdExtensionAssociationHandlers.Register(table);
        CampaignCriterionHandlers.Register(table);
        AdGroupCriterionHandlers.Register(table);
        ListingHandlers.Register(table);
        AssetGroupListingHandlers.Register(table);
        ReferenceDataHandlers.Register(table);
        CompanyHandlers.Register(table);
        DomainCategoryHandlers.Register(table);
        AudienceHandlers.Register(table);
        CustomerListHandlers.Register(table);
        AudienceGroupHandlers.Register(table);
        AudienceGroupAssociationHandlers.Register(table);
        UetTagHandlers.Register(table);
        ConversionGoalHandlers.Register(table);
        CampaignConversionGoalHandlers.Register(table);
        ConversionValueRuleHandlers.Register(table);
        NewCustomerGoalHandlers.Register(table);
        OfflineConversionHandlers.Register(table);
        OfflineConversionReports.Register(table);
        BidStrategyHandlers.Register(table);
        SeasonalityHandlers.Register(table);
        DataExclusionHandlers.Register(table);
        ExperimentHandlers.Register(table);
        AccountPropertyHandlers.Register(table);
        AccountHandlers.Register(table);
        AccountListHandlers.Register(table);
        CustomerHandlers.Register(table);
        UserHandlers.Register(table);
        UserRoleHandlers.Register(table);
        InvitationHandlers.Register(table);
        ClientLinkHandlers.Register(table);
        CustomerToolHandlers.Register(table);
        FeatureHandlers.Register(table);
        BulkOperations.Register(table, jobs);
        ReportOperations.Register(table, reports);
        return table;
    }
}
