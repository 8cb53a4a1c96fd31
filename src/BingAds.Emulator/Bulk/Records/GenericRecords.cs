using BingAds.Bulk;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Records of one level whose entities no service of the emulator models: kept cell by cell, with ids, parents and deletions as all others have them.</summary>
internal sealed class GenericRecords(RecordLevel level, IEnumerable<RecordSpec> specs) : RecordKind
{
    private const string Sequence = "Record";
    private const long FirstId = 9_300_440_000_000;

    private readonly Dictionary<string, RecordSpec> _specs = specs.Where(s => s.Level == level).ToDictionary(static s => s.Type, StringComparer.Ordinal);

    private string Family => RecordFamilies.Of(level);

    public override IEnumerable<string> Types => _specs.Keys;

    public override IEnumerable<BulkEntity> Read(DownloadView view)
    {
        var wanted = _specs.Values.Where(s => s.IsWanted(view.Scope.Entities)).ToDictionary(static s => s.Type, StringComparer.Ordinal);
        if (wanted.Count == 0)
            yield break;
        var parentsOfTargets = new SortedSet<long>();
        foreach (var row in view.Of(level, Family))
        {
            if (!wanted.TryGetValue(row.Kind!, out var spec))
                continue;
            if (view.IsDelta && spec.IsTarget)
                parentsOfTargets.Add(row.Parent);
            else
                yield return Show(view.Parents, spec, row);
        }

        foreach (var row in parentsOfTargets.SelectMany(parent => view.Session.Entities.Children(Family, parent)))
        {
            if (wanted.TryGetValue(row.Kind!, out var spec) && spec.IsTarget)
                yield return Show(view.Parents, spec, row);
        }
    }

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        var spec = _specs[row.RecordType];
        var id = turn.Number(row, RecordColumns.Id, spec.UnknownId);
        if (!turn.Errors.Ok || GenericParents.Find(turn, row, spec) is not { } parent)
            return null;
        RowBinding.Read(row, RecordTypes.Create(spec.Type), turn.Errors); // Only to learn whether all cells are what they should be.
        if (!turn.Errors.Ok)
            return null;
        if (row.IsDeletion())
        {
            Delete(turn, row, spec, parent, id);
            return null;
        }

        return id > 0 ? Change(turn, row, spec, parent, id.Value) : Add(turn, row, spec, parent, id);
    }

    private SingleRecordBulkEntity? Add(UploadTurn turn, UploadedRow row, RecordSpec spec, long parent, long? key)
    {
        var cells = new CellMap();
        if (!GenericCells.Take(turn, row, spec, cells))
            return null;
        var stored = new EntityRow(Family, turn.Session.Next(Sequence, 1, FirstId))
        {
            Parent = parent,
            Account = turn.Account,
            Customer = turn.Customer,
            Name = spec.HasId ? null : GenericCells.Key(cells),
            Kind = spec.Type,
            Status = cells["Status"],
            Changed = new DateTime(turn.Session.NowTicks, DateTimeKind.Utc),
            Body = cells.Write(),
        };
        turn.Session.Entities.Insert(stored);
        turn.Remember(spec.KeyKind, key, stored.Id);
        return Show(turn.Parents, spec, stored);
    }

    private SingleRecordBulkEntity? Change(UploadTurn turn, UploadedRow row, RecordSpec spec, long parent, long id)
    {
        if (Locate(turn, spec, parent, id) is not { } stored)
            return null;
        var cells = CellMap.Read(stored.Body);
        if (!GenericCells.Take(turn, row, spec, cells))
            return null;
        stored = stored with { Status = cells["Status"], Body = cells.Write(), Changed = new DateTime(turn.Session.NowTicks, DateTimeKind.Utc) };
        turn.Session.Entities.Update(stored);
        return Show(turn.Parents, spec, stored);
    }

    private void Delete(UploadTurn turn, UploadedRow row, RecordSpec spec, long parent, long? id)
    {
        if (!spec.HasId)
        {
            var cells = new CellMap();
            GenericCells.Take(turn, row, spec, cells);
            id = turn.Session.Entities.FindByName(Family, parent, GenericCells.Key(cells));
        }
        else if (id < 0)
        {
            id = turn.Resolve(spec.KeyKind, id.Value);
        }

        if (Locate(turn, spec, parent, id ?? 0) is not { } stored)
            return;
        EntityCascade.Delete(turn.Session, Family, stored.Id);
        turn.Parents.Clear();
    }

    private EntityRow? Locate(UploadTurn turn, RecordSpec spec, long parent, long id)
    {
        var stored = turn.Session.Entities.Find(Family, id);
        if (stored is not null && stored.Kind == spec.Type && stored.Account == turn.Account && (stored.Parent == parent || level == RecordLevel.Account))
            return stored;
        turn.Errors.Fail(spec.UnknownId);
        return null;
    }

    private static SingleRecordBulkEntity Show(BulkParents parents, RecordSpec spec, EntityRow row)
    {
        var record = RawRecord.Create(spec.Type, spec.HasId ? row.Id : null, spec.HasParentId ? row.Parent : null);
        GenericParents.ShowNames(parents, spec, row.Parent, record);
        foreach (var (column, text) in CellMap.Read(row.Body).All)
        {
            RawRecord.Set(record, column, text);
        }

        // Types without a status tell of deletions all the same: there is no other way.
        if (row.Deleted)
            record.Values["Status"] = "Deleted";
        return RawRecord.Stamp(record, row.Changed);
    }
}
