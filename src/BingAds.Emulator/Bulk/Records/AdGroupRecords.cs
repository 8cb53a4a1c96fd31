using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Ad Group rows.</summary>
internal sealed class AdGroupRecords() : EntityRecords<AdGroup>(CampaignFamilies.AdGroups)
{
    public override IEnumerable<string> Types => ["Ad Group"];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        if (!view.Wants(DownloadEntity.AdGroups))
            yield break;
        foreach (var row in view.OfCampaigns(Family.Name))
        {
            var record = (BulkAdGroup)Show(view, row);
            if (row.Deleted)
                record.AdGroup!.Status = AdGroupStatus.Deleted;
            if (view.HasQualityScores)
                record.QualityScoreData = Scores.Of(row.Id);
            yield return record;
        }
    }

    protected override EntityRules<AdGroup>? RulesOf(UploadTurn turn, UploadedRow row) => turn.CampaignOf(row) is { } campaign ? turn.AdGroups(campaign) : null;

    protected override SingleRecordBulkEntity Bind(UploadTurn turn, UploadedRow row, AdGroup? stored)
    {
        // Cells of settings are parts of what is there.
        var record = new BulkAdGroup { AdGroup = new AdGroup { Settings = stored?.Settings } };
        RowBinding.Read(row, record, turn.Errors);
        var group = record.AdGroup!;
        group.Settings = CampaignParts.WithoutEmpty(group.Settings);
        group.BiddingScheme = null;
        group.PrivacyStatus = null;
        if (group.Status == AdGroupStatus.Expired)
            group.Status = null; // What a download says of a past end date.
        if (RowBinding.IsDelete(row.Find(RecordColumns.Status)))
            group.Status = AdGroupStatus.Paused;
        if (RowBinding.IsDelete(row.Find(RecordColumns.Network)))
            group.Network = Network.OwnedAndOperatedAndSyndicatedSearch;
        if (RowBinding.IsDelete(row.Find(RecordColumns.EndDate)))
            group.EndDate = new Date { Day = 1, Month = 1, Year = CampaignParts.EndlessYear };
        if (group.AdRotation is { Type: null })
            group.AdRotation.Type = AdRotationType.OptimizeForClicks;
        return record;
    }

    protected override AdGroup ItemOf(SingleRecordBulkEntity record) => ((BulkAdGroup)record).AdGroup!;

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, AdGroup item)
        => new BulkAdGroup { CampaignId = parent, AdGroup = item, CampaignName = parents.Campaign(parent)?.Name };
}
