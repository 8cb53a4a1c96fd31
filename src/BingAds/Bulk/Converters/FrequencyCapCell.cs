using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>How often an ad is shown, as JSON.</summary>
internal static class FrequencyCapCell
{
    public static List<FrequencyCapSettings>? Read(in BulkCell cell)
    {
        if (cell.IsDelete)
        {
            return [];
        }

        return JsonCell.ReadList(cell, static item => new FrequencyCapSettings
        {
            CapValue = JsonCell.Int(item, "CapValue"),
            TimeGranularity = JsonCell.Text(item, "TimeGranularity") is { } text ? (FrequencyCapTimeGranularity?)text : null,
        });
    }

    public static void Write(BulkRowWriter row, int column, List<FrequencyCapSettings>? value)
    {
        if (value is { Count: 0 })
        {
            row.Delete(column);
            return;
        }

        JsonCell.WriteList(row, column, value, static (json, item) =>
        {
            json.WriteNumber("CapValue", item.CapValue ?? 0);
            json.WriteString("TimeGranularity", item.TimeGranularity?.ToString());
        });
    }
}
