using BingAds.Bulk;
using BingAds.Emulator.Api;
using BingAds.Emulator.Families;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>
/// Reads the given cells of a row into an entity, and nothing else. The SDK's own reading takes an empty cell for an empty setting, which is right for
/// downloads; in an upload it leaves the setting alone, and only <c>delete_value</c> empties it.
/// </summary>
internal static class RowBinding
{
    private const int InvalidBids = 1017;
    private const int InvalidDailyBudget = 1106;
    private const int InvalidKeywordBid = 1538;

    // Texts that a record cannot be without: the word to delete them is passed over.
    private static readonly int[] s_required =
    [
        RecordColumns.Campaign, RecordColumns.AdGroup, RecordColumns.Keyword, RecordColumns.BudgetName, RecordColumns.Label, RecordColumns.Website, RecordColumns.TimeZone,
        BulkColumns.Name,
    ];

    /// <param name="row">The row.</param>
    /// <param name="entity">What its cells are read into; it may hold something already.</param>
    /// <param name="errors">Takes the cells that cannot be read.</param>
    /// <param name="except">Columns that are passed over.</param>
    public static void Read(UploadedRow row, SingleRecordBulkEntity entity, ItemErrors errors, params ReadOnlySpan<int> except)
    {
        entity.Create();
        var first = entity.FirstColumns;
        foreach (var column in first)
        {
            if (!except.Contains(column) && row.Find(column) is { IsEmpty: false } cell)
                Read(entity, column, cell, errors);
        }

        for (var i = 0; i < row.CellCount; i++)
        {
            var cell = row.Cell(i, out var ordinal);
            var column = row.Header[ordinal];
            if (column >= 0 && column != BulkColumns.Type && !except.Contains(column) && !first.Contains((ushort)column))
                Read(entity, column, cell, errors);
        }

        entity.EndRead();
    }

    /// <summary>Whether a cell asks for the setting to be removed.</summary>
    public static bool IsDelete(ReadOnlySpan<byte> cell) => new BulkCell(cell).IsDelete;

    public static void Read(SingleRecordBulkEntity entity, int column, ReadOnlySpan<byte> text, ItemErrors errors)
    {
        var cell = new BulkCell(text);
        if (cell.IsDelete && Array.IndexOf(s_required, column) >= 0)
            return;
        try
        {
            entity.ReadCell(column, cell);
        }
        catch (Exception e) when (e is FormatException or OverflowException or System.Text.Json.JsonException)
        {
            if (!cell.IsDelete)
                errors.Fail(CodeOf(column), BulkColumns.NameOf(column));
        }
    }

    private static int CodeOf(int column)
    {
        if (column == RecordColumns.Bid)
            return InvalidKeywordBid;
        if (column == RecordColumns.CpcBid)
            return InvalidBids;
        return column == RecordColumns.Budget ? InvalidDailyBudget : ErrorNumber.ApiInputValidationError;
    }
}
