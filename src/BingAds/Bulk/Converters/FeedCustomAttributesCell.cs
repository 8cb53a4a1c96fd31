namespace BingAds.Bulk.Converters;

/// <summary>Columns of a feed as JSON.</summary>
internal static class FeedCustomAttributesCell
{
    public static List<FeedCustomAttributeContract>? Read(in BulkCell cell) => JsonCell.ReadList(cell, static item => new FeedCustomAttributeContract
    {
        FeedAttributeType = JsonCell.Text(item, "feedAttributeType"),
        Name = JsonCell.Text(item, "name"),
        IsPartOfKey = JsonCell.Bool(item, "isPartOfKey"),
    }) is { Count: > 0 } attributes ? attributes : null;

    public static void Write(BulkRowWriter row, int column, List<FeedCustomAttributeContract>? value) =>
        JsonCell.WriteList(row, column, value, static (json, item) =>
        {
            json.WriteString("feedAttributeType", item.FeedAttributeType);
            json.WriteString("name", item.Name);
            if (item.IsPartOfKey is { } isPartOfKey)
            {
                json.WriteBoolean("isPartOfKey", isPartOfKey);
            }
        });
}
