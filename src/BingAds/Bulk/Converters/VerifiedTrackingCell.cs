using System.Text.Json;
using BingAds.V13.CampaignManagement;

namespace BingAds.Bulk.Converters;

/// <summary>Verified tracking as JSON: a list of lists of pairs. Text that is not such JSON is ignored, as the service does.</summary>
internal static class VerifiedTrackingCell
{
    public static List<List<KeyValuePairOfstringstring>>? Read(in BulkCell cell)
    {
        if (cell.IsDelete)
        {
            return [];
        }

        try
        {
            using var document = JsonCell.Parse(cell);
            return [.. document.RootElement.EnumerateArray().Select(static list => list.EnumerateArray().Select(static pair => new KeyValuePairOfstringstring
            {
                Key = JsonCell.Text(pair, "Key"),
                Value = JsonCell.Text(pair, "Value"),
            }).ToList())];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static void Write(BulkRowWriter row, int column, VerifiedTrackingSetting? value, bool canDelete)
    {
        if (value is null)
        {
            return;
        }

        if (value.Details is not { Count: > 0 } details)
        {
            if (canDelete)
            {
                row.Delete(column);
            }

            return;
        }

        var start = row.Begin();
        using (var json = new Utf8JsonWriter(row))
        {
            json.WriteStartArray();
            foreach (var list in details)
            {
                json.WriteStartArray();
                foreach (var pair in list)
                {
                    json.WriteStartObject();
                    json.WriteString("Key", pair.Key);
                    json.WriteString("Value", pair.Value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        row.End(column, start);
    }
}
