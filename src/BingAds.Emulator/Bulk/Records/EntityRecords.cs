using BingAds.Bulk;
using BingAds.Contract;
using BingAds.Emulator.Families;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Bulk.Records;

/// <summary>Records of a family that the services model: they go through the rules of its operations.</summary>
internal abstract class EntityRecords<T>(EntityFamily<T> family) : RecordKind
    where T : ApiObject, new()
{
    protected EntityFamily<T> Family { get; } = family;

    /// <summary>The rules below the parent that the row names; null when there is no such parent, which is an error.</summary>
    protected abstract EntityRules<T>? RulesOf(UploadTurn turn, UploadedRow row);

    /// <summary>Reads the row's cells; what is stored already is at hand for cells that mean a part of something.</summary>
    protected abstract SingleRecordBulkEntity Bind(UploadTurn turn, UploadedRow row, T? stored);

    /// <summary>The API object of a record.</summary>
    protected abstract T ItemOf(SingleRecordBulkEntity record);

    /// <summary>The record of an API object.</summary>
    protected abstract SingleRecordBulkEntity Show(BulkParents parents, long parent, T item);

    /// <summary>Runs after a row took effect.</summary>
    protected virtual void Applied(UploadTurn turn, UploadedRow row, T item)
    {
    }

    public override BulkEntity? Apply(UploadTurn turn, UploadedRow row)
    {
        if (RulesOf(turn, row) is not { } rules)
            return null;
        var id = turn.Number(row, RecordColumns.Id, Family.Codes.UnknownId);
        if (!turn.Errors.Ok)
            return null;
        if (row.IsDeletion())
        {
            Delete(turn, rules, id);
            return null;
        }

        return id is > 0 ? Change(turn, row, rules, id.Value) : Add(turn, row, rules, id);
    }

    private SingleRecordBulkEntity? Add(UploadTurn turn, UploadedRow row, EntityRules<T> rules, long? key)
    {
        var item = ItemOf(Bind(turn, row, null));
        EmptySettings.Mark(item);
        EmptySettings.Tidy(item);
        if (!turn.Errors.Ok)
            return null;
        Family.SetId(item, null);
        if (Family.AddOne(item, rules) is not { } id)
            return null;
        turn.Remember(Family.Name, key, id);
        turn.Forget(Family.Name, id);
        return Result(turn, row, rules.Parent, item);
    }

    private SingleRecordBulkEntity? Change(UploadTurn turn, UploadedRow row, EntityRules<T> rules, long id)
    {
        if (Family.Locate(turn.Call, rules.Parent, id, turn.Errors) is not { } stored)
            return null;
        var given = ItemOf(Bind(turn, row, Family.Read(stored)));
        EmptySettings.Mark(given);
        if (!turn.Errors.Ok || Family.UpdateOne(stored, given, rules) is not { } item)
            return null;
        turn.Forget(Family.Name, id);
        return Result(turn, row, rules.Parent, item);
    }

    private void Delete(UploadTurn turn, EntityRules<T> rules, long? id)
    {
        if (id < 0)
            id = turn.Resolve(Family.Name, id.Value);
        if (Family.Locate(turn.Call, rules.Parent, id, turn.Errors) is { } stored && Family.DeleteOne(stored, rules))
            turn.Forget(Family.Name, stored.Id);
    }

    private SingleRecordBulkEntity Result(UploadTurn turn, UploadedRow row, long parent, T item)
    {
        Applied(turn, row, item);
        EmptySettings.Tidy(item);
        var record = Show(turn.Parents, parent, item);
        record.LastModifiedTime = new DateTime(turn.Session.NowTicks, DateTimeKind.Utc);
        return record;
    }

    /// <summary>The record of a stored entity; of a deleted one, only what tells which.</summary>
    protected SingleRecordBulkEntity Show(DownloadView view, EntityRow row)
    {
        var item = Family.Read(row);
        EmptySettings.Tidy(item);
        var record = Show(view.Parents, row.Parent, item);
        record.LastModifiedTime = row.Changed;
        return record;
    }
}
