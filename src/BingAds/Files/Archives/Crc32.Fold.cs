using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BingAds.Files;

/// <summary>
/// The checksum by carry-less multiplication: four registers are folded over the next 64 bytes at a time, then over each other, and what is left is reduced
/// once. The constants are powers of x modulo the polynomial, bits reversed. Unpacking is so fast that the table alone would take longer than it.
/// </summary>
internal partial struct Crc32
{
    private const int FoldedAtOnce = 64;

    private static bool CanFold => Pclmulqdq.IsSupported;

    private static uint Fold(uint crc, ReadOnlySpan<byte> bytes)
    {
        var by512 = Vector128.Create(0x1_5444_2BD4UL, 0x1_C6E4_1596UL);
        var by128 = Vector128.Create(0x1_7519_97D0UL, 0x0_CCAA_009EUL);
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var a = blocks[0] ^ Vector128.CreateScalar(crc).AsUInt64();
        var (b, c, d) = (blocks[1], blocks[2], blocks[3]);
        var at = 4;
        for (; at + 4 <= blocks.Length; at += 4)
        {
            a = Step(a, by512) ^ blocks[at];
            b = Step(b, by512) ^ blocks[at + 1];
            c = Step(c, by512) ^ blocks[at + 2];
            d = Step(d, by512) ^ blocks[at + 3];
        }

        a = Step(a, by128) ^ b;
        a = Step(a, by128) ^ c;
        a = Step(a, by128) ^ d;
        for (; at < blocks.Length; at++)
        {
            a = Step(a, by128) ^ blocks[at];
        }

        return Reduce(a, by128);
    }

    private static Vector128<ulong> Step(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    /// <summary>From 128 bits to 64, then to 32 by Barrett's reduction.</summary>
    private static uint Reduce(Vector128<ulong> value, Vector128<ulong> by128)
    {
        var low32 = Vector128.Create(0xFFFF_FFFFUL, 0xFFFF_FFFFUL);
        var polynomial = Vector128.Create(0x1_DB71_0641UL, 0x1_F701_1641UL);
        value = Pclmulqdq.CarrylessMultiply(value, by128, 0x10) ^ Sse2.ShiftRightLogical128BitLane(value, 8);
        value = Pclmulqdq.CarrylessMultiply(value & low32, Vector128.CreateScalar(0x1_63CD_6124UL), 0x00) ^ Sse2.ShiftRightLogical128BitLane(value, 4);
        var quotient = Pclmulqdq.CarrylessMultiply(value & low32, polynomial, 0x10) & low32;
        value ^= Pclmulqdq.CarrylessMultiply(quotient, polynomial, 0x00);
        return value.AsUInt32()[1];
    }
}
