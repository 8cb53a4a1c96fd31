using System.Globalization;
using BingAds.Bulk;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Records given cell by cell, as the file shows them.</summary>
internal static class RawRecord
{
    private const string ModifiedTime = "Modified Time";

    public static UnknownBulkEntity Create(string type, long? id = null, long? parent = null, string? status = null)
    {
        var record = new UnknownBulkEntity();
        Set(record, "Type", type);
        Set(record, "Status", status);
        Set(record, "Id", id?.ToString(CultureInfo.InvariantCulture));
        Set(record, "Parent Id", parent?.ToString(CultureInfo.InvariantCulture));
        return record;
    }

    public static void Set(UnknownBulkEntity record, string column, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            record.Values[column] = text;
    }

    /// <summary>Tells when a record was last changed.</summary>
    public static SingleRecordBulkEntity Stamp(SingleRecordBulkEntity record, DateTime changed)
    {
        if (record is UnknownBulkEntity raw)
            raw.Values[ModifiedTime] = changed.ToString("M'/'d'/'yyyy h':'mm':'ss tt", CultureInfo.InvariantCulture);
        else
            record.LastModifiedTime = changed;
        return record;
    }
}
