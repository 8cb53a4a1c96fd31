using BingAds.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Cells of ad extensions that are a part of something: an update gives some of them, and the others stay.</summary>
internal static class AdExtensionCells
{
    private static readonly int s_adSchedule = BulkColumns.Find("Ad Schedule");
    private static readonly int s_startDate = BulkColumns.Find("Start Date");
    private static readonly int s_searcherTimeZone = BulkColumns.Find("Use Searcher Time Zone");

    /// <summary>Puts what is stored where the cells of the row will be read over it.</summary>
    public static void Begin(AdExtension extension, AdExtension? stored)
    {
        extension.Scheduling = (Schedule?)stored?.Scheduling?.Clone();
        if (extension is PriceAdExtension price)
            price.TableRows = [.. (stored as PriceAdExtension)?.TableRows?.Select(static r => (PriceTableRow)r.Clone()) ?? []];
    }

    public static void End(UploadedRow row, AdExtension extension)
    {
        if (extension.Scheduling is null && IsEmptied(row))
            extension.Scheduling = new Schedule();
        if (extension.Scheduling is { } schedule)
        {
            schedule.DayTimeRanges = RowBinding.IsDelete(row.Find(s_adSchedule)) ? null : schedule.DayTimeRanges;
            schedule.StartDate = RowBinding.IsDelete(row.Find(s_startDate)) ? null : schedule.StartDate;
            schedule.EndDate = RowBinding.IsDelete(row.Find(RecordColumns.EndDate)) ? null : schedule.EndDate;
            schedule.UseSearcherTimeZone = RowBinding.IsDelete(row.Find(s_searcherTimeZone)) ? null : schedule.UseSearcherTimeZone;
        }

        if (extension is PriceAdExtension price)
        {
            price.TableRows?.ForEach(Tidy);
            if (price.TableRows is { Count: 0 })
                price.TableRows = null;
        }
    }

    private static bool IsEmptied(UploadedRow row)
        => RowBinding.IsDelete(row.Find(s_adSchedule)) || RowBinding.IsDelete(row.Find(s_startDate)) || RowBinding.IsDelete(row.Find(RecordColumns.EndDate));

    /// <summary>The SDK reads cells that are not there as empty texts.</summary>
    private static void Tidy(PriceTableRow row)
    {
        EmptySettings.Tidy(row);
        row.FinalUrls = WithoutEmpty(row.FinalUrls);
        row.FinalMobileUrls = WithoutEmpty(row.FinalMobileUrls);
    }

    private static List<string>? WithoutEmpty(List<string>? urls) => urls is [""] ? null : urls;
}
