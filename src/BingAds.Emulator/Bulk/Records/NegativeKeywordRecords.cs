using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Store;
using BingAds.V13.Bulk;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of the negative keywords of campaigns or ad groups. They cannot be changed; a deletion without an id empties the whole list.</summary>
internal sealed class NegativeKeywordRecords(RecordLevel level) : RecordKind
{
    private const int InvalidId = 4330;

    private readonly RecordSpec _spec = RecordTypes.Get(level == RecordLevel.Campaign ? "Campaign Negative Keyword" : "Ad Group Negative Keyword");

    public override IEnumerable<string> Types => [_spec.Type];

    private string Kind => RecordFamilies.ParentOf(_spec);

    public override IEnumerable<BulkEntity> Read(DownloadView view)
        => view.Wants(level == RecordLevel.Campaign ? DownloadEntity.CampaignNegativeKeywords : DownloadEntity.AdGroupNegativeKeywords)
            ? view.Of(level, NegativeKeywords.FamilyOf(Kind)).Select(row => Show(view.Parents, row))
            : [];

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var id = turn.Number(row, RecordColumns.Id, InvalidId);
        if (!turn.Errors.Ok || GenericParents.Find(turn, row, _spec) is not { } parent)
            return null;
        if (row.IsDeletion())
        {
            if (id is null)
                NegativeKeywords.DeleteAll(turn.Call, Kind, parent);
            else
                NegativeKeywords.Delete(turn.Call, Kind, parent, id, turn.Errors);
            return null;
        }

        if (id is not > 0)
            id = Add(turn, row, parent);
        else
            NegativeKeywords.Find(turn.Call, Kind, parent, id, turn.Errors);
        return turn.Errors.Ok ? Show(turn.Parents, turn.Session.Entities.Find(NegativeKeywords.FamilyOf(Kind), id!.Value)!) : null;
    }

    private long? Add(UploadTurn turn, UploadedRow row, long parent)
    {
        var record = RecordTypes.Create(_spec.Type);
        RowBinding.Read(row, record, turn.Errors, RecordColumns.Id);
        var keyword = record is BulkCampaignNegativeKeyword ofCampaign ? ofCampaign.NegativeKeyword : ((BulkAdGroupNegativeKeyword)record).NegativeKeyword;
        return turn.Errors.Ok ? NegativeKeywords.Add(turn.Call, Kind, parent, keyword, turn.Errors) : null;
    }

    private SingleRecordBulkEntity Show(BulkParents parents, EntityRow row)
    {
        var keyword = WireJson.Read<NegativeKeyword>(row.Body);
        var record = RawRecord.Create(_spec.Type, row.Id, row.Parent, row.Deleted ? "Deleted" : "Active");
        RawRecord.Set(record, "Keyword", keyword.Text);
        RawRecord.Set(record, "Match Type", keyword.MatchType?.ToString());
        GenericParents.ShowNames(parents, _spec, row.Parent, record);
        return RawRecord.Stamp(record, row.Changed);
    }
}
