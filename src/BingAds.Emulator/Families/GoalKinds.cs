using BingAds.Emulator.Api;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Families;

/// <summary>The kinds of conversion goals by the names that <c>ConversionGoalType</c> gives them.</summary>
internal static class GoalKinds
{
    public const string InStore = "InStoreTransaction";
    public const string Offline = "OfflineConversion";

    public static string? Of(ConversionGoal goal) => goal switch
    {
        UrlGoal => "Url",
        DurationGoal => "Duration",
        PagesViewedPerVisitGoal => "PagesViewedPerVisit",
        EventGoal => "Event",
        AppInstallGoal => "AppInstall",
        AppDownloadGoal => "AppDownload",
        OfflineConversionGoal => Offline,
        InStoreTransactionGoal => InStore,
        _ => null,
    };

    /// <summary>Whether it is counted by a tag on web pages.</summary>
    public static bool NeedsTag(ConversionGoal goal) => goal is UrlGoal or DurationGoal or PagesViewedPerVisitGoal or EventGoal;

    /// <summary>The scope may be changed later, so it is asked of the goal, not of where it is kept.</summary>
    public static bool IsVisible(CallContext call, EntityRow row)
        => row.Account == call.Account.Id || (row.Customer == call.Account.Customer && ConversionFamilies.Goals.Read(row).Scope == EntityScope.Customer);
}
