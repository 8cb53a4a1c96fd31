using System.Text;
using BingAds.Contract;

namespace BingAds.Bulk.Converters;

/// <summary>Names between semicolons that an update can remove; empty pieces are dropped.</summary>
internal static class EnumListCell
{
    public static List<T>? Read<T>(in BulkCell cell, Func<long, string?> numbers)
        where T : struct, IOpenEnum<T>
    {
        if (cell.IsDelete)
        {
            return [];
        }

        return SemicolonList.Read(cell, piece => EnumCell.Parse<T>(Encoding.UTF8.GetBytes(piece.Trim()), numbers).GetValueOrDefault());
    }

    public static void Write<T>(BulkRowWriter row, int column, List<T>? value, bool canDelete)
        where T : struct, IOpenEnum<T>
    {
        if (value is { Count: 0 } && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            SemicolonList.Write(row, column, value?.Select(static v => v.Value?.Text));
        }
    }
}
