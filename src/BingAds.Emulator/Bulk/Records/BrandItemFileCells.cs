using BingAds.Bulk;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>What rows tell of a brand besides its id; the service's list items do not have it.</summary>
internal static class BrandItemFileCells
{
    private const string Family = "BrandItemFileCells";

    private static readonly string[] s_columns = ["Name", "Brand Name", "Brand Url", "Editorial Status", "Editorial Status Date"];

    public static void Fill(StoreSession session, long item, UnknownBulkEntity record)
    {
        if (session.Entities.Find(Family, item) is not { } row)
            return;
        foreach (var (column, text) in CellMap.Read(row.Body).All)
        {
            RawRecord.Set(record, column, text);
        }
    }

    public static void Save(UploadTurn turn, UploadedRow row, long item)
    {
        var stored = turn.Session.Entities.Find(Family, item);
        var cells = stored is null ? new CellMap() : CellMap.Read(stored.Body);
        foreach (var column in s_columns)
        {
            if (row.Text(BulkColumns.Find(column)) is { } text)
                cells[column] = text == "delete_value" ? null : text;
        }

        if (stored is not null)
            turn.Session.Entities.Update(stored with { Body = cells.Write() });
        else if (!cells.IsEmpty)
            turn.Session.Entities.Insert(new EntityRow(Family, item) { Parent = item, Account = turn.Account, Customer = turn.Customer, Body = cells.Write() });
    }
}
