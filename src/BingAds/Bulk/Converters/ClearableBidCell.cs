using System.Runtime.CompilerServices;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>A bid that an update can remove: one without an amount stands for removed.</summary>
internal static class ClearableBidCell
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Bid Read(in BulkCell cell) => cell.IsDelete ? new Bid() : new Bid { Amount = DoubleCell.Parse(cell.Utf8) };

    public static void Write(BulkRowWriter row, int column, Bid? value, bool canDelete)
    {
        if (value is { Amount: null } && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            DoubleCell.Write(row, column, value?.Amount);
        }
    }
}
