using System.Text;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Whether a criterion is negative, which is to say its class.</summary>
internal static class CriterionClassCell
{
    public static bool Read(in BulkCell cell)
    {
        if (Is(cell, "yes"u8) || Is(cell, "true"u8))
        {
            return true;
        }

        return Is(cell, "no"u8) || Is(cell, "false"u8) ? false : throw new FormatException("True, False, Yes or No was expected.");
    }

    public static void Write(BulkRowWriter row, int column, AdGroupCriterion? criterion) => BoolCell.Write(row, column, criterion is not BiddableAdGroupCriterion);

    private static bool Is(in BulkCell cell, ReadOnlySpan<byte> word) => Ascii.EqualsIgnoreCase(cell.Utf8, word);
}
