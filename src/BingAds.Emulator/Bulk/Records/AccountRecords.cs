using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>The Account row: always there, and tells the time for the next download.</summary>
internal sealed class AccountRecords : RecordKind
{
    private const string Family = "AccountFileCells";
    private const int InvalidAccountId = 1102;

    public override IEnumerable<string> Types => ["Account"];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var record = new BulkAccount { Id = view.Scope.Account, CustomerId = view.Scope.Customer, SyncTime = view.Scope.SyncTime };
        if (view.Session.Entities.Find(Family, view.Scope.Account) is { } stored)
            Fill(record, CellMap.Read(stored.Body));
        yield return record;
    }

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var id = turn.Number(row, RecordColumns.Id, InvalidAccountId);
        turn.Errors.Require(id == turn.Account && !row.IsDeletion(), InvalidAccountId);
        RowBinding.Read(row, new BulkAccount(), turn.Errors);
        if (!turn.Errors.Ok)
            return null;
        var stored = turn.Session.Entities.Find(Family, turn.Account);
        var cells = stored is null ? new CellMap() : CellMap.Read(stored.Body);
        Take(cells, row);
        if (stored is not null)
            turn.Session.Entities.Update(stored with { Body = cells.Write() });
        else
            turn.Session.Entities.Insert(new EntityRow(Family, turn.Account) { Account = turn.Account, Customer = turn.Call.Account.Customer, Body = cells.Write() });
        return null;
    }

    private static void Take(CellMap cells, UploadedRow row)
    {
        var record = new BulkAccount();
        for (var i = 0; i < row.CellCount; i++)
        {
            var cell = row.Cell(i, out var ordinal);
            var column = row.Header[ordinal];
            var isSetting = column >= 0 && column != BulkColumns.Type && column != RecordColumns.Id && column != RecordColumns.ParentId
                && column != RecordColumns.SyncTime && column != BulkColumns.ClientId && column != BulkColumns.ModifiedTime;
            if (isSetting && record.ReadCell(column, new BulkCell(cell)))
                cells[BulkColumns.NameOf(column)] = RowBinding.IsDelete(cell) ? null : Encoding.UTF8.GetString(cell);
        }
    }

    private static void Fill(BulkAccount record, CellMap cells)
    {
        foreach (var (column, text) in cells.All)
        {
            record.ReadCell(BulkColumns.Find(column), new BulkCell(Encoding.UTF8.GetBytes(text)));
        }
    }
}
