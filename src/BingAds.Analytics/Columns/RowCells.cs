using System.Runtime.CompilerServices;
using BingAds.Files;

namespace BingAds.Analytics;

/// <summary>The cells of the row at which a reader stands.</summary>
internal static class RowCells
{
    /// <summary>A cell without its quotes. Doubled quotes within it are made one only for text: a number that holds any is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Read(DelimitedReader row, int column, bool isText)
    {
        var raw = row.AsItStands(column);
        if (raw.Length > 0 && raw[0] != (byte)'"')
        {
            return raw;
        }

        if (raw.Length < 2 || raw[^1] != (byte)'"')
        {
            return row[column];
        }

        var cell = raw[1..^1];
        return isText && cell.Contains((byte)'"') ? row[column] : cell;
    }
}
