using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Finds a setting by its class.</summary>
internal static class SettingList
{
    /// <summary>The one setting of a class, null if there is none; two are an error, since a row can hold only one.</summary>
    public static TSetting? Find<TSetting>(List<Setting>? settings)
        where TSetting : Setting
    {
        TSetting? found = null;
        foreach (var setting in settings ?? [])
        {
            if (setting is TSetting match)
            {
                found = found is null ? match : throw new FormatException($"There are two settings of the type {typeof(TSetting).Name}, and a row can hold one.");
            }
        }

        return found;
    }

    public static TSetting GetOrAdd<TSetting>(List<Setting> settings)
        where TSetting : Setting, new()
    {
        if (Find<TSetting>(settings) is { } found)
        {
            return found;
        }

        var setting = new TSetting { Type = typeof(TSetting).Name };
        settings.Add(setting);
        return setting;
    }
}
