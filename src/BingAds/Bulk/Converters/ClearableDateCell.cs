using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>A date without time that an update can remove; one that is all zero counts as none.</summary>
internal static class ClearableDateCell
{
    public static Date? Read(in BulkCell cell) => DateCell.Read(cell);

    public static void Write(BulkRowWriter row, int column, Date? value, bool canDelete)
    {
        if (value is { } date && (date.Day ?? 0) + (date.Month ?? 0) + (date.Year ?? 0) != 0)
        {
            DateCell.Write(row, column, date);
        }
        else if (canDelete)
        {
            row.Delete(column);
        }
    }
}
