namespace BingAds.Emulator.Rules.Criterions;

/// <summary>Devices are targeted all together or not at all.</summary>
internal static class DeviceSet
{
    public const int Incomplete = 2957;

    public static readonly string[] Names = ["Computers", "Smartphones", "Tablets"];

    /// <summary>Whether these are all of them, or none.</summary>
    public static bool IsWhole(IEnumerable<string> devices)
        => devices.Distinct(StringComparer.OrdinalIgnoreCase).Count() is 0 or 3;
}
