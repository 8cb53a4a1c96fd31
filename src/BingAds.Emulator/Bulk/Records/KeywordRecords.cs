using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Keyword rows.</summary>
internal sealed class KeywordRecords() : EntityRecords<Keyword>(CampaignFamilies.Keywords)
{
    public override IEnumerable<string> Types => ["Keyword"];

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        if (!view.Wants(DownloadEntity.Keywords))
            yield break;
        foreach (var row in view.OfAdGroups(Family.Name))
        {
            var record = (BulkKeyword)Show(view, row);
            if (row.Deleted)
                record.Keyword!.Status = KeywordStatus.Deleted;
            if (view.HasQualityScores)
                record.QualityScoreData = Scores.Of(row.Id);
            if (view.HasBidSuggestions)
                record.BidSuggestions = Scores.BidsOf(row.Id, record.Keyword!.Text);
            yield return record;
        }
    }

    protected override EntityRules<Keyword>? RulesOf(UploadTurn turn, UploadedRow row) => turn.AdGroupOf(row) is { } group ? turn.Keywords(group.Id) : null;

    protected override SingleRecordBulkEntity Bind(UploadTurn turn, UploadedRow row, Keyword? stored)
    {
        var record = new BulkKeyword();
        RowBinding.Read(row, record, turn.Errors);
        var keyword = record.Keyword!;

        // Rows of a download are sent back with what only the service sets: it is passed over.
        keyword.EditorialStatus = null;
        keyword.BiddingScheme = null;
        if (RowBinding.IsDelete(row.Find(RecordColumns.Status)))
            keyword.Status = KeywordStatus.Active;
        return record;
    }

    protected override Keyword ItemOf(SingleRecordBulkEntity record) => ((BulkKeyword)record).Keyword!;

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, Keyword item)
    {
        var group = parents.AdGroup(parent);
        return new BulkKeyword
        {
            AdGroupId = parent,
            Keyword = item,
            AdGroupName = group?.Name,
            CampaignName = group is null ? null : parents.Campaign(group.Row.Parent)?.Name,
        };
    }
}
