using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of ads of all kinds.</summary>
internal sealed class AdRecords() : EntityRecords<Ad>(CampaignFamilies.Ads)
{
    public override IEnumerable<string> Types => AdRows.Types;

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var wanted = AdRows.Types.Where(type => view.Wants(DownloadEntity.Ads) || view.Wants(RecordTypes.EntityOf(type)!.Value)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            yield break;
        foreach (var row in view.OfAdGroups(Family.Name))
        {
            // Hotel ads have no rows.
            if (AdRows.TypeOf(row.Kind) is not { } type || !wanted.Contains(type))
                continue;
            var record = Show(view, row);
            if (row.Deleted)
                AdRows.AdOf(record).Status = AdStatus.Deleted;
            yield return record;
        }
    }

    protected override EntityRules<Ad>? RulesOf(UploadTurn turn, UploadedRow row) => turn.AdGroupOf(row) is { } group ? turn.Ads(group) : null;

    protected override Ad Bind(UploadTurn turn, UploadedRow row, Ad? stored)
    {
        var record = AdRows.Create(row.RecordType);
        RowBinding.Read(row, record, turn.Errors);
        var ad = AdRows.AdOf(record);
        ad.EditorialStatus = null;
        if (RowBinding.IsDelete(row.Find(RecordColumns.Status)))
            ad.Status = AdStatus.Active;
        return ad;
    }

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, Ad item)
    {
        var group = parents.AdGroup(parent);
        return AdRows.Create(item, parent, group is null ? null : parents.Campaign(group.Row.Parent)?.Name, group?.Name);
    }
}
