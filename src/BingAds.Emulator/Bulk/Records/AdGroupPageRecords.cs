using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of pages that the dynamic ads of an ad group are made of, or not.</summary>
internal sealed class AdGroupPageRecords() : EntityRecords<AdGroupCriterion>(CriterionFamilies.OfAdGroups)
{
    private const string Target = "Ad Group Dynamic Search Ad Target";
    private const string Negative = "Ad Group Negative Dynamic Search Ad Target";

    public override IEnumerable<string> Types => [Target, Negative];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var wantsTargets = view.Wants(DownloadEntity.AdGroupDynamicSearchAdTargets);
        var wantsNegatives = view.Wants(DownloadEntity.AdGroupNegativeDynamicSearchAdTargets);
        if (!wantsTargets && !wantsNegatives)
            yield break;
        foreach (var row in view.OfAdGroups(Family.Name).Where(static r => r.Kind == PageCells.Kind))
        {
            var record = Show(view, row);
            var criterion = CriterionOf(record);
            if (!(criterion is NegativeAdGroupCriterion ? wantsNegatives : wantsTargets))
                continue;
            if (row.Deleted)
                criterion.Status = AdGroupCriterionStatus.Deleted;
            yield return record;
        }
    }

    protected override EntityRules<AdGroupCriterion>? RulesOf(UploadTurn turn, UploadedRow row) => turn.AdGroupOf(row) is { } group ? turn.AdGroupCriterions(group) : null;

    protected override AdGroupCriterion Bind(UploadTurn turn, UploadedRow row, AdGroupCriterion? stored)
    {
        SingleRecordBulkEntity record = row.RecordType == Target ? new BulkAdGroupDynamicSearchAdTarget() : new BulkAdGroupNegativeDynamicSearchAdTarget();
        record.Create();
        var criterion = CriterionOf(record);
        PageCells.Read(turn, row, record, criterion.Criterion, stored?.Criterion);
        criterion.Status = null;
        return criterion;
    }

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, AdGroupCriterion item)
    {
        var group = parents.AdGroup(parent);
        var campaign = group is null ? null : parents.Campaign(group.Row.Parent)?.Name;
        return item is BiddableAdGroupCriterion biddable
            ? new BulkAdGroupDynamicSearchAdTarget { BiddableAdGroupCriterion = biddable, AdGroupName = group?.Name, CampaignName = campaign }
            : new BulkAdGroupNegativeDynamicSearchAdTarget { NegativeAdGroupCriterion = (NegativeAdGroupCriterion)item, AdGroupName = group?.Name, CampaignName = campaign };
    }

    private static AdGroupCriterion CriterionOf(SingleRecordBulkEntity record)
        => record is BulkAdGroupDynamicSearchAdTarget target ? target.BiddableAdGroupCriterion! : ((BulkAdGroupNegativeDynamicSearchAdTarget)record).NegativeAdGroupCriterion!;
}
