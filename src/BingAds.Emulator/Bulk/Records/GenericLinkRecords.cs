using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Associations of records that no service models: an ad extension on a campaign, an audience group on an asset group.</summary>
internal sealed class GenericLinkRecords(IEnumerable<RecordSpec> specs) : LinkRecords(FamilyNames.AccountRecord, [.. specs])
{
    private const string TypeColumn = "Type";

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var spec = RecordTypes.Get(row.RecordType);
        var source = RecordTypes.Get(spec.SourceType!);
        var id = turn.Number(row, RecordColumns.Id, source.UnknownId) is { } given ? turn.Resolve(source.KeyKind, given) : null;
        var isThere = id is { } known && turn.Parents.Other(Family, known) is { IsAlive: true } found && found.Row.Kind == source.Type;
        turn.Errors.Require(isThere, source.UnknownId);
        if (!turn.Errors.Ok || GenericParents.Find(turn, row, spec) is not { } target)
            return null;
        var kind = RecordFamilies.ParentOf(spec);
        if (row.IsDeletion())
        {
            turn.Errors.Require(turn.Session.Links.Delete(Family, kind, id!.Value, target), source.UnknownId);
            return null;
        }

        var stored = turn.Session.Links.Find(Family, kind, id!.Value, target);
        var cells = stored is { Deleted: false, Body: not null } ? CellMap.Read(stored.Body) : new CellMap();
        RowBinding.Read(row, RecordTypes.Create(spec.Type), turn.Errors);
        cells[TypeColumn] = spec.Type;
        if (!GenericCells.Take(turn, row, spec, cells))
            return null;
        turn.Session.Links.Set(Family, kind, id.Value, target, turn.Account, cells.Write());
        return Show(turn.Parents, spec, turn.Session.Links.Find(Family, kind, id.Value, target)!, cells);
    }

    protected override string? TypeOf(DownloadView view, LinkRow link) => CellsOf(view.Parents, link)?[TypeColumn];

    protected override CellMap? CellsOf(BulkParents parents, LinkRow link) => link.Body is null ? null : CellMap.Read(link.Body);
}
