using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BingAds.Files;

/// <summary>Bit n of the result is the parity of bits 0 to n: with quotes given, it tells the bytes inside them, opening quote included, closing quote not.</summary>
internal interface IPrefixXor
{
    static abstract ulong Of(ulong bits);
}

internal readonly struct ShiftXor : IPrefixXor
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }
}

/// <summary>The same as one carry-less multiplication by all ones.</summary>
internal readonly struct MultiplyXor : IPrefixXor
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong bits) =>
        Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128.CreateScalar(ulong.MaxValue), 0).ToScalar();
}
