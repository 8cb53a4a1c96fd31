using System.Runtime.CompilerServices;

namespace BingAds.Bulk.Converters;

/// <summary>Text that an update can remove: "" stands for removed.</summary>
internal static class ClearableTextCell
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static string? Read(in BulkCell cell) => cell.IsDelete ? "" : cell.ToString();

    public static void Write(BulkRowWriter row, int column, string? value, bool canDelete)
    {
        if (value is { Length: 0 } && canDelete)
        {
            row.Delete(column);
        }
        else
        {
            row.Text(column, value);
        }
    }
}
