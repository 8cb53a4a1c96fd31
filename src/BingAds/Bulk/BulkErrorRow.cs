using BingAds.Bulk.Converters;

namespace BingAds.Bulk;

/// <summary>Error rows, read and written.</summary>
internal static class BulkErrorRow
{
    private static readonly int s_error = BulkColumns.Find("Error");
    private static readonly int s_number = BulkColumns.Find("Error Number");
    private static readonly int s_fieldPath = BulkColumns.Find("Field Path");
    private static readonly int s_location = BulkColumns.Find("Editorial Location");
    private static readonly int s_term = BulkColumns.Find("Editorial Term");
    private static readonly int s_reason = BulkColumns.Find("Editorial Reason Code");
    private static readonly int s_appeal = BulkColumns.Find("Editorial Appeal Status");
    private static readonly int s_countries = BulkColumns.Find("Publisher Countries");

    public static BulkError Read(scoped in BulkRow row)
    {
        var error = new BulkError
        {
            Type = row.Find(BulkColumns.Type).ToString(),
            Error = Text(row, s_error),
            Number = Number(row, s_number),
            FieldPath = Text(row, s_fieldPath),
            EditorialLocation = Text(row, s_location),
            EditorialReasonCode = Number(row, s_reason),
            EditorialTerm = Text(row, s_term),
            PublisherCountries = Text(row, s_countries),
            EditorialAppealStatus = Text(row, s_appeal),
        };
        foreach (var filled in row.FilledCells)
        {
            if (filled.Ordinal < row.Header.Names.Count && !IsOfError(row.Header[filled.Ordinal]))
            {
                error.OtherColumns.Add(new(row.Header.Names[filled.Ordinal], filled.Cell.ToString()));
            }
        }

        return error;
    }

    public static void Write(BulkRowWriter row, BulkError error)
    {
        row.Text(BulkColumns.Type, error.Type);
        row.Text(s_error, error.Error);
        LongCell.Write(row, s_number, error.Number);
        row.Text(s_fieldPath, error.FieldPath);
        row.Text(s_location, error.EditorialLocation);
        LongCell.Write(row, s_reason, error.EditorialReasonCode);
        row.Text(s_term, error.EditorialTerm);
        row.Text(s_countries, error.PublisherCountries);
        row.Text(s_appeal, error.EditorialAppealStatus);
        foreach (var (name, text) in error.OtherColumns)
        {
            row.Named(name, text);
        }
    }

    private static bool IsOfError(int column) => column == BulkColumns.Type || column == s_error || column == s_number || column == s_fieldPath
        || column == s_location || column == s_term || column == s_reason || column == s_appeal || column == s_countries;

    private static string? Text(scoped in BulkRow row, int column)
    {
        var cell = row.Find(column);
        return cell.Utf8.IsEmpty ? row.EmptyText(column) : cell.ToString();
    }

    // A number that is none must not cost the error itself.
    private static int? Number(scoped in BulkRow row, int column) =>
        int.TryParse(row.Find(column).Utf8, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
