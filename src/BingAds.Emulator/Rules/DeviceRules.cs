using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Rules;

/// <summary>Sets of devices.</summary>
internal static class DeviceRules
{
    /// <summary>Whether it names devices, and nothing else.</summary>
    public static bool IsSome(DeviceType? devices)
        => devices is { Names.Count: > 0 } some && some.Names.All(static n => ((DeviceType)n).Known is not (DeviceType.KnownValue.Unrecognized or DeviceType.KnownValue.None));
}
