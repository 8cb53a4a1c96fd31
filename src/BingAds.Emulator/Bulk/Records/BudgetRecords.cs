using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Budget rows: shared budgets.</summary>
internal sealed class BudgetRecords() : EntityRecords<Budget>(CampaignFamilies.Budgets)
{
    public override IEnumerable<string> Types => ["Budget"];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        if (!view.Wants(DownloadEntity.Budgets))
            yield break;
        foreach (var row in view.OfAccount(Family.Name))
        {
            var record = (BulkBudget)Show(view, row);
            record.Status = row.Deleted ? Status.Deleted : Status.Active;
            yield return record;
        }
    }

    protected override EntityRules<Budget>? RulesOf(UploadTurn turn, UploadedRow row) => turn.IsOfAccount(row) ? turn.Budgets : null;

    protected override Budget Bind(UploadTurn turn, UploadedRow row, Budget? stored)
    {
        var record = new BulkBudget();
        RowBinding.Read(row, record, turn.Errors);
        if (RowBinding.IsDelete(row.Find(RecordColumns.BudgetType)))
            record.Budget!.BudgetType = BudgetLimitType.DailyBudgetStandard;
        return record.Budget!;
    }

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, Budget item)
        => new BulkBudget { AccountId = parent, Budget = item, Status = Status.Active };
}
