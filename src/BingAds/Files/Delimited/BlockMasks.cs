using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BingAds.Files;

/// <summary>Finds separators, quotes and line feeds in 64 bytes: bit n of a mask stands for byte n.</summary>
internal interface IBlockMasks
{
    static abstract void Read(ref byte block, byte separator, out ulong separators, out ulong quotes, out ulong lineFeeds);
}

internal readonly struct ScalarMasks : IBlockMasks
{
    public static void Read(ref byte block, byte separator, out ulong separators, out ulong quotes, out ulong lineFeeds)
    {
        separators = quotes = lineFeeds = 0;
        for (var i = 0; i < 64; i++)
        {
            var b = Unsafe.Add(ref block, i);
            separators |= (b == separator ? 1UL : 0) << i;
            quotes |= (b == (byte)'"' ? 1UL : 0) << i;
            lineFeeds |= (b == (byte)'\n' ? 1UL : 0) << i;
        }
    }
}

internal readonly struct Vector128Masks : IBlockMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ref byte block, byte separator, out ulong separators, out ulong quotes, out ulong lineFeeds)
    {
        var a = Vector128.LoadUnsafe(ref block);
        var b = Vector128.LoadUnsafe(ref block, 16);
        var c = Vector128.LoadUnsafe(ref block, 32);
        var d = Vector128.LoadUnsafe(ref block, 48);
        separators = Find(a, b, c, d, separator);
        quotes = Find(a, b, c, d, (byte)'"');
        lineFeeds = Find(a, b, c, d, (byte)'\n');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Find(Vector128<byte> a, Vector128<byte> b, Vector128<byte> c, Vector128<byte> d, byte value)
    {
        var wanted = Vector128.Create(value);
        return Vector128.Equals(a, wanted).ExtractMostSignificantBits()
            | ((ulong)Vector128.Equals(b, wanted).ExtractMostSignificantBits() << 16)
            | ((ulong)Vector128.Equals(c, wanted).ExtractMostSignificantBits() << 32)
            | ((ulong)Vector128.Equals(d, wanted).ExtractMostSignificantBits() << 48);
    }
}

internal readonly struct Vector256Masks : IBlockMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ref byte block, byte separator, out ulong separators, out ulong quotes, out ulong lineFeeds)
    {
        var a = Vector256.LoadUnsafe(ref block);
        var b = Vector256.LoadUnsafe(ref block, 32);
        separators = Find(a, b, separator);
        quotes = Find(a, b, (byte)'"');
        lineFeeds = Find(a, b, (byte)'\n');
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Find(Vector256<byte> a, Vector256<byte> b, byte value)
    {
        var wanted = Vector256.Create(value);
        return Vector256.Equals(a, wanted).ExtractMostSignificantBits()
            | ((ulong)Vector256.Equals(b, wanted).ExtractMostSignificantBits() << 32);
    }
}

internal readonly struct Vector512Masks : IBlockMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ref byte block, byte separator, out ulong separators, out ulong quotes, out ulong lineFeeds)
    {
        var bytes = Vector512.LoadUnsafe(ref block);
        separators = Vector512.Equals(bytes, Vector512.Create(separator)).ExtractMostSignificantBits();
        quotes = Vector512.Equals(bytes, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
        lineFeeds = Vector512.Equals(bytes, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
    }
}
