namespace BingAds.Reporting;

/// <summary>Down to what a report's scope goes.</summary>
internal enum ReportScopeKind
{
    Accounts,
    Campaigns,
    AdGroups,
    AssetGroups,
}
