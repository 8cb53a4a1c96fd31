using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;
using BingAds.Emulator.Rules.Criterions;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Handlers.CampaignManagement.Criterions;

/// <summary>Whether a call leaves a campaign or ad group with all devices or with none: single ones can neither come nor go.</summary>
internal static class DeviceCheck
{
    private const string Device = "Device";

    public static bool AfterAdding<T>(CallContext call, EntityFamily<T> family, long parent, IEnumerable<Criterion?>? added)
        where T : ApiObject, new()
    {
        var devices = (added ?? []).OfType<DeviceCriterion>().Select(static d => d.DeviceName ?? "").ToList();
        return devices.Count == 0 || DeviceSet.IsWhole(Stored(call, family, parent).Select(static r => r.Name![(Device.Length + 1)..]).Concat(devices));
    }

    public static bool AfterDeleting<T>(CallContext call, EntityFamily<T> family, long? parent, IReadOnlyList<long>? deleted)
        where T : ApiObject, new()
    {
        var stored = Stored(call, family, parent ?? 0).Select(static r => r.Id).ToHashSet();
        return stored.Count == 0 || stored.Except(deleted ?? []).Count() is 0 or 3;
    }

    // The key of a device is its kind and its name.
    private static IEnumerable<EntityRow> Stored<T>(CallContext call, EntityFamily<T> family, long parent)
        where T : ApiObject, new()
        => call.Session.Entities.Children(family.Name, parent).Where(static r => r.Kind == Device);
}
