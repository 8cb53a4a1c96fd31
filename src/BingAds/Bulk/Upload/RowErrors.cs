using BingAds.Errors;

namespace BingAds.Bulk.Upload;

/// <summary>Error rows of a result file in the form that all errors of the service have here.</summary>
internal static class RowErrors
{
    public static ApiError Of(BulkError error, long index) => new()
    {
        Code = error.Number,
        Name = Filled(error.Error),
        FieldPath = Filled(error.FieldPath),
        Index = index <= int.MaxValue ? (int)index : null,
        Kind = error.EditorialReasonCode is null ? ApiErrorKind.BatchError : ApiErrorKind.EditorialError,
        Service = ServiceName.Bulk,
        Location = Filled(error.EditorialLocation),
        DisapprovedText = Filled(error.EditorialTerm),
        PublisherCountry = Filled(error.PublisherCountries),
        ReasonCode = error.EditorialReasonCode,
        Message = Filled(error.EditorialAppealStatus) is { } appeal ? "Appeal: " + appeal : null,
    };

    /// <summary>An error row that stands by itself was read as a record of an unknown type.</summary>
    public static ApiError? Of(UnknownBulkEntity row, long index)
    {
        if (!row.RecordType.EndsWith("Error", StringComparison.Ordinal))
        {
            return null;
        }

        string? Cell(string name) => row.Values.TryGetValue(name, out var text) ? text : null;
        int? Number(string name) => int.TryParse(Cell(name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        return Of(
            new BulkError
            {
                Error = Cell("Error"),
                Number = Number("Error Number"),
                FieldPath = Cell("Field Path"),
                EditorialLocation = Cell("Editorial Location"),
                EditorialTerm = Cell("Editorial Term"),
                EditorialReasonCode = Number("Editorial Reason Code"),
                PublisherCountries = Cell("Publisher Countries"),
                EditorialAppealStatus = Cell("Editorial Appeal Status"),
            },
            index);
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
