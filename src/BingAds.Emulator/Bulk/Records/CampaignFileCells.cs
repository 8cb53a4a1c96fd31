using System.Text;
using BingAds.Bulk;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Cells of campaign rows that stand for nothing in the service's campaign: they are kept beside it, so that they come back.</summary>
internal static class CampaignFileCells
{
    private const string Family = "CampaignFileCells";

    private static readonly string[] s_always =
    [
        "Bid Strategy Name", "Bid Strategy Scope", "Destination Channel", "Is Multi Channel Campaign", "Should Serve On MSAN", "Enabled External Channel Sync",
    ];

    private static readonly string[] s_ofLinkedIn = ["Campaign Type", "Campaign Goal"];
    private static readonly string[] s_ofStrategy = ["Bid Strategy Type", "Bid Strategy MaxCpm"];

    /// <summary>Puts the cells that are kept into a record. The campaign's type comes first, since others depend on it.</summary>
    public static void Fill(StoreSession session, BulkCampaign record)
    {
        if (session.Entities.Find(Family, record.Campaign!.Id!.Value) is not { } row)
            return;
        foreach (var (column, text) in CellMap.Read(row.Body).All)
        {
            record.ReadCell(BulkColumns.Find(column), new BulkCell(Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <summary>Keeps such cells of an uploaded row.</summary>
    public static void Save(UploadTurn turn, UploadedRow row, long campaign)
    {
        var stored = turn.Session.Entities.Find(Family, campaign);
        var cells = stored is null ? new CellMap() : CellMap.Read(stored.Body);
        var before = cells.All.ToList();
        if (row.Text(RecordColumns.CampaignType) is { } type)
            Take(cells, row, s_ofLinkedIn, type == "LinkedIn");
        else if (cells["Campaign Type"] is not null)
            Take(cells, row, ["Campaign Goal"], isKept: true);
        if (row.Text(RecordColumns.BidStrategyType) is { } strategy)
            Take(cells, row, s_ofStrategy, strategy is "MaxReach" or "MaxImpressions");
        Take(cells, row, s_always, isKept: true);
        if (cells.All.SequenceEqual(before))
            return;
        if (stored is not null)
            turn.Session.Entities.Update(stored with { Body = cells.Write() });
        else
            turn.Session.Entities.Insert(new EntityRow(Family, campaign) { Parent = campaign, Account = turn.Account, Customer = turn.Call.Account.Customer, Body = cells.Write() });
    }

    private static void Take(CellMap cells, UploadedRow row, string[] columns, bool isKept)
    {
        foreach (var column in columns)
        {
            var cell = row.Find(BulkColumns.Find(column));
            if (!isKept || RowBinding.IsDelete(cell))
                cells[column] = null;
            else if (!cell.IsEmpty)
                cells[column] = Encoding.UTF8.GetString(cell);
        }
    }
}
