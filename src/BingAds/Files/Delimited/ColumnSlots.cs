using System.Runtime.CompilerServices;

namespace BingAds.Files;

/// <summary>From the columns of a file to the places that a binder has for them. Two bytes a column: a bulk file has more columns than a byte counts.</summary>
internal readonly struct ColumnSlots(ushort[] table)
{
    /// <summary>Place of a column in the binder's list, or -1 if the binder does not know it or the header does not reach it.</summary>
    public int this[int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (uint)column < (uint)table.Length ? table[column] - 1 : -1;
    }
}
