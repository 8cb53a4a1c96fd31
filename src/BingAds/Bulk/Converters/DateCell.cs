using System.Buffers;
using System.Buffers.Text;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>A date without time as <c>3/4/2026</c>.</summary>
internal static class DateCell
{
    public static Date? Read(in BulkCell cell)
    {
        if (cell.IsDelete)
        {
            return null;
        }

        var time = BulkDateTime.Parse(cell.Utf8);
        return new Date { Day = time.Day, Month = time.Month, Year = time.Year };
    }

    public static void Write(BulkRowWriter row, int column, Date? value)
    {
        if (value is null)
        {
            return;
        }

        var start = row.Begin();
        Append(row, value.Month ?? 0);
        row.Write("/"u8);
        Append(row, value.Day ?? 0);
        row.Write("/"u8);
        Append(row, value.Year ?? 0);
        row.End(column, start);
    }

    private static void Append(BulkRowWriter row, int number)
    {
        Utf8Formatter.TryFormat(number, row.GetSpan(16), out var written);
        row.Advance(written);
    }
}
