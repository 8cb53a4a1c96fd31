using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BingAds.Files;

/// <summary>Ways to look at 64 bytes at once: the width of the vectors, and how the quotes become an inside-quotes mask.</summary>
internal enum ScanPath
{
    Scalar,
    Vector128,
    Vector256,
    Vector512,

    /// <summary>As <see cref="Vector128"/>, with a carry-less multiplication in place of shifts.</summary>
    Vector128Multiply,
    Vector256Multiply,
    Vector512Multiply,
}

internal static class ScanPaths
{
    /// <summary>The widest that does not slow the machine down; the runtime does not call 512 bits accelerated on older processors, which would run at a lower clock.</summary>
    public static ScanPath Best => Vector512.IsHardwareAccelerated && Pclmulqdq.IsSupported ? ScanPath.Vector512Multiply
        : Pclmulqdq.IsSupported
            ? Vector256.IsHardwareAccelerated ? ScanPath.Vector256Multiply : ScanPath.Vector128Multiply
            : Vector256.IsHardwareAccelerated ? ScanPath.Vector256
            : Vector128.IsHardwareAccelerated ? ScanPath.Vector128
            : ScanPath.Scalar;

    public static bool IsSupported(ScanPath path) => path switch
    {
        ScanPath.Scalar => true,
        ScanPath.Vector128 => Vector128.IsHardwareAccelerated,
        ScanPath.Vector256 => Vector256.IsHardwareAccelerated,
        ScanPath.Vector512 => Vector512.IsHardwareAccelerated,
        ScanPath.Vector128Multiply => Vector128.IsHardwareAccelerated && Pclmulqdq.IsSupported,
        ScanPath.Vector256Multiply => Vector256.IsHardwareAccelerated && Pclmulqdq.IsSupported,
        ScanPath.Vector512Multiply => Vector512.IsHardwareAccelerated && Pclmulqdq.IsSupported,
        _ => false,
    };
}
