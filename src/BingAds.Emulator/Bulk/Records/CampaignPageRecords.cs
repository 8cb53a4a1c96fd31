using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of pages that the dynamic ads of a campaign are not made of.</summary>
internal sealed class CampaignPageRecords() : EntityRecords<CampaignCriterion>(CriterionFamilies.OfCampaigns)
{
    private const string Type = "Campaign Negative Dynamic Search Ad Target";

    public override IEnumerable<string> Types => [Type];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        if (!view.Wants(DownloadEntity.CampaignNegativeDynamicSearchAdTargets))
            yield break;
        foreach (var row in view.OfCampaigns(Family.Name).Where(static r => r.Kind == PageCells.Kind))
        {
            var record = (BulkCampaignNegativeDynamicSearchAdTarget)Show(view, row);
            if (row.Deleted)
                record.Status = Status.Deleted;
            yield return record;
        }
    }

    protected override EntityRules<CampaignCriterion>? RulesOf(UploadTurn turn, UploadedRow row) => turn.CampaignOf(row) is { } campaign ? turn.CampaignCriterions(campaign) : null;

    protected override CampaignCriterion Bind(UploadTurn turn, UploadedRow row, CampaignCriterion? stored)
    {
        var record = new BulkCampaignNegativeDynamicSearchAdTarget();
        record.Create();
        var criterion = record.NegativeCampaignCriterion!;
        PageCells.Read(turn, row, record, criterion.Criterion, stored?.Criterion);
        criterion.Status = null;
        return criterion;
    }

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, CampaignCriterion item)
        => new BulkCampaignNegativeDynamicSearchAdTarget { NegativeCampaignCriterion = (NegativeCampaignCriterion)item, CampaignName = parents.Campaign(parent)?.Name, Status = Status.Active };
}
