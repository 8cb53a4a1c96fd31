using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Store;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of what is in shared lists. Items cannot be changed, only added and taken out.</summary>
internal sealed class SharedListItemRecords : RecordKind
{
    private const int ListIdInvalid = 4317;

    public override IEnumerable<string> Types => SharedListRows.ItemTypes;

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var wanted = Types.Where(type => IsWanted(view, type)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            yield break;
        var lists = new Dictionary<long, EntityRow?>();
        foreach (var row in view.OfAccount(FamilyNames.SharedListItem))
        {
            if (!lists.TryGetValue(row.Parent, out var list))
                lists[row.Parent] = list = view.Session.Entities.FindAny(FamilyNames.SharedList, row.Parent);
            if (list is not null && SharedListRows.ItemTypeOf(list.Kind) is { } type && wanted.Contains(type) && (!row.Deleted || !list.Deleted))
                yield return Show(view.Session, type, row);
        }
    }

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var list = turn.Number(row, RecordColumns.ParentId, ListIdInvalid) is { } given ? SharedListScope.Find(turn.Call, turn.Resolve(FamilyNames.SharedList, given)) : null;
        turn.Errors.Require(list is not null && list.Kind == SharedListRows.ListOf(row.RecordType), ListIdInvalid);
        var id = turn.Number(row, RecordColumns.Id, ListIdInvalid);
        var record = RecordTypes.Create(row.RecordType);
        RowBinding.Read(row, record, turn.Errors, RecordColumns.Id);
        if (!turn.Errors.Ok)
            return null;
        if (row.IsDeletion())
        {
            SharedListItemHandlers.DeleteOne(turn.Call, list!, id, turn.Errors);
            return null;
        }

        if (id is not > 0)
            id = SharedListItemHandlers.AddOne(turn.Call, list!, SharedListRows.ItemOf(record), turn.Errors);
        else
            SharedListItemHandlers.FindIn(turn.Call, list!, id, turn.Errors);
        if (!turn.Errors.Ok)
            return null;
        if (row.RecordType == "Brand Item")
            BrandItemFileCells.Save(turn, row, id!.Value);
        return Show(turn.Session, row.RecordType, turn.Session.Entities.Find(FamilyNames.SharedListItem, id!.Value)!);
    }

    private static SingleRecordBulkEntity Show(StoreSession session, string type, EntityRow row)
    {
        var spec = RecordTypes.Get(type);
        var status = row.Deleted ? "Deleted" : spec.HasStatus ? "Active" : null;
        var record = RawRecord.Create(type, row.Id, row.Parent, status);
        switch (WireJson.Read<SharedListItem>(row.Body))
        {
            case NegativeKeyword keyword:
                RawRecord.Set(record, "Keyword", keyword.Text);
                RawRecord.Set(record, "Match Type", keyword.MatchType?.ToString());
                break;
            case NegativeSite site:
                RawRecord.Set(record, "Site List Item Url", site.Url);
                break;
            case Site site:
                RawRecord.Set(record, "Site List Item Url", site.Url);
                break;
            case BrandItem brand:
                RawRecord.Set(record, "Brand Id", brand.BrandId?.ToString(System.Globalization.CultureInfo.InvariantCulture));
                BrandItemFileCells.Fill(session, row.Id, record);
                break;
        }

        return RawRecord.Stamp(record, row.Changed);
    }

    private static bool IsWanted(DownloadView view, string type) => type switch
    {
        "Account Shared Negative Keyword" => view.Wants(V13.Bulk.DownloadEntity.AccountNegativeKeyword),
        "Account Content Shared Negative Keyword" => view.Wants(V13.Bulk.DownloadEntity.AccountContentNegativeKeyword),
        _ => RecordTypes.Get(type).IsWanted(view.Scope.Entities),
    };
}
