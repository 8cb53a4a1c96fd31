using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Label rows.</summary>
internal sealed class LabelRecords() : EntityRecords<Label>(CampaignFamilies.Labels)
{
    public override IEnumerable<string> Types => ["Label"];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        if (!view.Wants(DownloadEntity.Labels))
            yield break;
        foreach (var row in view.OfAccount(Family.Name))
        {
            var record = (BulkLabel)Show(view, row);
            record.Status = row.Deleted ? Status.Deleted : Status.Active;
            yield return record;
        }
    }

    protected override EntityRules<Label>? RulesOf(UploadTurn turn, UploadedRow row) => turn.Labels;

    protected override Label Bind(UploadTurn turn, UploadedRow row, Label? stored)
    {
        var record = new BulkLabel();
        RowBinding.Read(row, record, turn.Errors);
        return record.Label!;
    }

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, Label item) => new BulkLabel { Label = item, Status = Status.Active };
}
