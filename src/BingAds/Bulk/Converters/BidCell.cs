using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>A bid by its amount.</summary>
internal static class BidCell
{
    public static Bid? Read(in BulkCell cell) => cell.IsDelete ? null : new Bid { Amount = DoubleCell.Parse(cell.Utf8) };

    public static void Write(BulkRowWriter row, int column, Bid? value) => DoubleCell.Write(row, column, value?.Amount);
}
