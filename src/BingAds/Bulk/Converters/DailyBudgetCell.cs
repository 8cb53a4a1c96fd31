using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Budget of a campaign; it counts only together with a type that is daily.</summary>
internal static class DailyBudgetCell
{
    public static void Read(in BulkCell cell, Campaign? campaign)
    {
        if (campaign is not null)
        {
            campaign.DailyBudget = DoubleCell.Read(cell);
        }
    }

    public static void End(Campaign? campaign)
    {
        if (campaign is not null && (campaign.BudgetType is null || campaign.BudgetType == BudgetLimitType.LifetimeBudgetStandard))
        {
            campaign.DailyBudget = null;
        }
    }

    public static void Write(BulkRowWriter row, int column, Campaign? campaign)
    {
        if (campaign is { BudgetType: not null })
        {
            DoubleCell.Write(row, column, campaign.DailyBudget);
        }
    }
}
