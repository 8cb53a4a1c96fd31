using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Goal of a LinkedIn campaign as its number; a name is read too.</summary>
internal static class CampaignGoalCell
{
    public static void Read(in BulkCell cell, Campaign? campaign)
    {
        if (SettingList.Find<LinkedInSetting>(campaign?.Settings) is { } setting)
        {
            setting.Goal = EnumCell.Read<CampaignGoal>(cell, BulkEnumNumbers.CampaignGoal);
        }
    }

    public static void Write(BulkRowWriter row, int column, Campaign? campaign)
    {
        if (SettingList.Find<LinkedInSetting>(campaign?.Settings)?.Goal is { } goal)
        {
            for (var number = 1; BulkEnumNumbers.CampaignGoal(number) is { } name; number++)
            {
                if (name == goal.ToString())
                {
                    LongCell.Write(row, column, number);
                    return;
                }
            }

            row.Text(column, goal.ToString());
        }
    }
}
