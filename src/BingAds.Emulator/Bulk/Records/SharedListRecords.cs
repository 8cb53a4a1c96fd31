using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.V13.CampaignManagement;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows of shared lists: of words, sites, brands.</summary>
internal sealed class SharedListRecords() : EntityRecords<SharedEntity>(CampaignFamilies.SharedLists)
{
    public override IEnumerable<string> Types => SharedListRows.Types;

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var wanted = Types.Where(type => RecordTypes.Get(type).IsWanted(view.Scope.Entities)).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0)
            yield break;
        foreach (var row in view.OfAccount(Family.Name))
        {
            if (SharedListRows.TypeOf(row.Kind) is not { } type || !wanted.Contains(type))
                continue;
            var record = Show(view, row);
            if (row.Deleted)
                RawRecord.Set((UnknownBulkEntity)record, "Status", "Deleted");
            yield return record;
        }
    }

    protected override EntityRules<SharedEntity>? RulesOf(UploadTurn turn, UploadedRow row) => turn.IsOfAccount(row) ? turn.SharedLists : null;

    protected override SharedEntity Bind(UploadTurn turn, UploadedRow row, SharedEntity? stored)
    {
        var list = SharedListRows.Create(row.RecordType);
        if (row.Find(BulkColumns.Name) is { IsEmpty: false } name && !RowBinding.IsDelete(name))
            list.Name = row.Text(BulkColumns.Name);
        return list;
    }

    protected override SingleRecordBulkEntity Show(BulkParents parents, long parent, SharedEntity item)
    {
        var spec = RecordTypes.Get(SharedListRows.TypeOf(item.TypeName)!);
        var record = RawRecord.Create(spec.Type, item.Id, spec.HasParentId ? parent : null, spec.HasStatus ? "Active" : null);
        RawRecord.Set(record, "Name", item.Name);
        return record;
    }
}
