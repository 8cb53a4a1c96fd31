namespace BingAds.Bulk.Converters;

/// <summary>A preferred device: All is 0, Mobile is 30001.</summary>
internal static class DevicePreferenceCell
{
    private const long Mobile = 30001;

    public static long? Read(in BulkCell cell)
    {
        if (cell.Utf8.SequenceEqual("All"u8))
        {
            return 0;
        }

        return cell.Utf8.SequenceEqual("Mobile"u8) ? Mobile : null;
    }

    public static void Write(BulkRowWriter row, int column, long? value)
    {
        switch (value)
        {
            case null: break;
            case 0: row.Utf8(column, "All"u8); break;
            case Mobile: row.Utf8(column, "Mobile"u8); break;
            default: throw new FormatException($"{value} is no device that a bulk file can hold: it is 0 for all or 30001 for mobile.");
        }
    }
}
