using BingAds.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Numbers of the columns that mean the same in all records.</summary>
internal static class RecordColumns
{
    public static readonly int Status = BulkColumns.Find("Status");
    public static readonly int Id = BulkColumns.Find("Id");
    public static readonly int ParentId = BulkColumns.Find("Parent Id");
    public static readonly int Campaign = BulkColumns.Find("Campaign");
    public static readonly int AdGroup = BulkColumns.Find("Ad Group");
    public static readonly int Keyword = BulkColumns.Find("Keyword");
    public static readonly int Bid = BulkColumns.Find("Bid");
    public static readonly int CpcBid = BulkColumns.Find("Cpc Bid");
    public static readonly int Budget = BulkColumns.Find("Budget");
    public static readonly int BudgetId = BulkColumns.Find("Budget Id");
    public static readonly int BudgetName = BulkColumns.Find("Budget Name");
    public static readonly int BudgetType = BulkColumns.Find("Budget Type");
    public static readonly int CampaignType = BulkColumns.Find("Campaign Type");
    public static readonly int BidStrategyType = BulkColumns.Find("Bid Strategy Type");
    public static readonly int BidStrategyId = BulkColumns.Find("Bid Strategy Id");
    public static readonly int EndDate = BulkColumns.Find("End Date");
    public static readonly int Network = BulkColumns.Find("Network Distribution");
    public static readonly int IsPolitical = BulkColumns.Find("Is Political");
    public static readonly int Label = BulkColumns.Find("Label");
    public static readonly int Website = BulkColumns.Find("Website");
    public static readonly int TimeZone = BulkColumns.Find("Time Zone");
    public static readonly int SyncTime = BulkColumns.Find("Sync Time");
}
