using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Page feeds of the dynamic search ads setting, or of the Performance Max setting where that one is missing.</summary>
internal static class PageFeedIdsCell
{
    public static void Read(in BulkCell cell, List<Setting>? settings)
    {
        if (SettingList.Find<DynamicSearchAdsSetting>(settings) is { } dynamic)
        {
            dynamic.PageFeedIds = LongListCell.Read(cell);
        }
        else if (SettingList.Find<PerformanceMaxSetting>(settings) is { } performance)
        {
            performance.PageFeedIds = LongListCell.Read(cell);
        }
    }

    public static void Write(BulkRowWriter row, int column, List<Setting>? settings)
    {
        var dynamic = SettingList.Find<DynamicSearchAdsSetting>(settings);
        LongListCell.Write(row, column, dynamic is not null ? dynamic.PageFeedIds : SettingList.Find<PerformanceMaxSetting>(settings)?.PageFeedIds);
    }
}
