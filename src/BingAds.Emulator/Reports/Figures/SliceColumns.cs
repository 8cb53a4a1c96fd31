namespace BingAds.Emulator.Reports.Figures;

/// <summary>Attributes that no entity has: drawn for each slice.</summary>
internal static class SliceColumns
{
    /// <summary>Null for what is none.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="level">What the report is about, for attributes that several levels have.</param>
    public static SliceColumn? Find(string column, FigureLevel level)
        => DeviceColumns.Find(column)
        ?? PlaceColumns.Find(column)
        ?? SearchColumns.Find(column)
        ?? AudienceColumns.Find(column)
        ?? OfferColumns.Find(column)
        ?? HotelColumns.Find(column)
        ?? AssetColumns.Find(column)
        ?? AdColumns.Find(column, level);
}
