using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>How ads take turns, by name; an object without a type stands for removed.</summary>
internal static class AdRotationCell
{
    public static AdRotation? Read(in BulkCell cell) => cell.IsDelete
        ? new AdRotation()
        : new AdRotation { Type = EnumCell.Parse<AdRotationType>(cell.Utf8, static _ => null) };

    public static void Write(BulkRowWriter row, int column, AdRotation? value, bool canDelete)
    {
        if (value is { Type: null } && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            EnumCell.Write(row, column, value?.Type);
        }
    }
}
