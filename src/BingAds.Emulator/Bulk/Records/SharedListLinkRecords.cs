using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Handlers.CampaignManagement;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Rows that put shared lists on campaigns or on the account.</summary>
internal sealed class SharedListLinkRecords() : LinkRecords(FamilyNames.SharedList, [.. SharedListRows.AssociationTypes.Select(RecordTypes.Get)])
{
    private const int ListIdInvalid = 4317;

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var spec = RecordTypes.Get(row.RecordType);
        var list = turn.Number(row, RecordColumns.Id, ListIdInvalid) is { } id ? turn.Resolve(FamilyNames.SharedList, id) : null;
        if (GenericParents.Find(turn, row, spec) is not { } target)
            return null;
        var kind = RecordFamilies.ParentOf(spec);
        SharedListAssociationHandlers.Apply(turn.Call, list, SharedListRows.ListOf(row.RecordType), kind, target, row.IsDeletion(), turn.Errors);
        return turn.Errors.Ok ? Show(turn.Parents, spec, turn.Session.Links.Find(Family, kind, list!.Value, target)!, null) : null;
    }

    protected override string? TypeOf(DownloadView view, LinkRow link)
        => SharedListRows.AssociationTypeOf(view.Session.Entities.FindAny(FamilyNames.SharedList, link.Source)?.Kind);
}
