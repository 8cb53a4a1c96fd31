using BingAds.Contract;
using BingAds.Emulator.Api;
using BingAds.Emulator.Store;

namespace BingAds.Emulator.Families;

/// <summary>
/// One kind of entity: how it is stored and found, and what all families do alike. A handler adds the rules of its own.
/// </summary>
internal sealed class EntityFamily<T>(string name, FamilyCodes codes)
    where T : ApiObject, new()
{
    public string Name { get; } = name;

    public FamilyCodes Codes { get; } = codes;

    public required Func<T, long?> GetId { get; init; }

    public required Action<T, long?> SetId { get; init; }

    /// <summary>What must be unique below one parent, folded as the family compares; null when nothing must.</summary>
    public Func<T, string?> UniqueName { get; init; } = static _ => null;

    public Func<T, string?> Kind { get; init; } = static _ => null;

    public Func<T, string?> Status { get; init; } = static _ => null;

    /// <summary>The first id ever given, and the distance of the following ones.</summary>
    public long FirstId { get; init; } = 1;

    public int IdStep { get; init; } = 1;

    public T Read(EntityRow row) => WireJson.Read<T>(row.Body);

    public EntityRow? Find(CallContext call, long? id) => id is { } known ? call.Session.Entities.Find(Name, known) : null;

    /// <summary>The living entity with that id, if it belongs to the call's account.</summary>
    public EntityRow? FindOwn(CallContext call, long? id) => Find(call, id) is { } row && row.Account == call.Account.Id ? row : null;

    /// <summary>Adds each item that its rules accept. The ids stand at the items' places, null where one failed.</summary>
    /// <param name="call">The call.</param>
    /// <param name="parent">Whose children they become.</param>
    /// <param name="items">As sent.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="prepare">Checks an item and fills in its defaults.</param>
    /// <param name="added">Runs after one was stored.</param>
    public List<long?> Add(CallContext call, long parent, IReadOnlyList<T?>? items, ItemErrors errors, Action<T> prepare, Action<T>? added = null)
    {
        CheckCount(items?.Count ?? 0, Codes.Max, Codes.Empty, Codes.TooMany);
        var ids = new List<long?>(items!.Count);
        var room = Codes.Capacity - (Codes.Capacity == int.MaxValue ? 0 : call.Session.Entities.Count(Name, parent));
        for (var i = 0; i < items.Count; i++)
        {
            errors.Start(i);
            ids.Add(items[i] is { } item ? AddOne(call, parent, item, errors, prepare, ref room) : null);
            if (items[i] is null)
                errors.Fail(Codes.NullItem);
            else if (errors.Ok)
                added?.Invoke(items[i]!);
        }

        return ids;
    }

    /// <summary>Changes each item that is known and whose rules accept it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="parent">Whose children they are.</param>
    /// <param name="items">As sent: only the members to change.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="before">Sees the stored entity and what is given, before they are merged; may say no.</param>
    /// <param name="check">Sees the result, and may still correct it.</param>
    /// <param name="changed">Runs after one was stored.</param>
    public void Update(
        CallContext call, long parent, IReadOnlyList<T?>? items, ItemErrors errors, Action<T, T> before, Action<EntityChange<T>> check, Action<EntityChange<T>>? changed = null)
    {
        CheckCount(items?.Count ?? 0, Codes.Max, Codes.Empty, Codes.TooMany);
        var seen = new HashSet<long>();
        for (var i = 0; i < items!.Count; i++)
        {
            errors.Start(i);
            if (items[i] is not { } given)
                errors.Fail(Codes.NullItem);
            else if (Locate(call, parent, GetId(given), seen, errors, Codes.IdMissing) is { } row)
                UpdateOne(call, row, given, errors, before, check, changed);
        }
    }

    /// <summary>Deletes each known id, with all that hangs on it.</summary>
    public void Delete(CallContext call, long parent, IReadOnlyList<long>? ids, ItemErrors errors, Action<EntityRow>? check = null)
    {
        CheckCount(ids?.Count ?? 0, Codes.MaxDeleted == 0 ? Codes.Max : Codes.MaxDeleted, Codes.IdsEmpty, Codes.IdsTooMany);
        var seen = new HashSet<long>();
        for (var i = 0; i < ids!.Count; i++)
        {
            errors.Start(i);
            if (!seen.Add(ids[i]))
            {
                errors.Fail(Codes.DuplicateInIds == 0 ? Codes.DuplicateId : Codes.DuplicateInIds);
                continue;
            }

            if (Locate(call, parent, ids[i], null, errors) is not { } row)
                continue;
            check?.Invoke(row);
            if (errors.Ok)
                EntityCascade.Delete(call.Session, Name, row.Id);
        }
    }

    /// <summary>The entities in the order of the ids, null where there is none; repeated ids are answered as often as asked.</summary>
    public List<T?> Get(CallContext call, long parent, IReadOnlyList<long>? ids, ItemErrors errors, Func<EntityRow, bool>? filter = null, int filterCode = 0)
    {
        CheckCount(ids?.Count ?? 0, Codes.MaxIds, Codes.IdsEmpty, Codes.IdsTooMany);
        var found = new List<T?>(ids!.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            errors.Start(i);
            var row = Locate(call, parent, ids[i], null, errors);
            if (row is not null && filter?.Invoke(row) == false)
            {
                errors.Fail(filterCode);
                row = null;
            }

            found.Add(row is null ? null : Read(row));
        }

        return found;
    }

    public List<T?> Children(CallContext call, long parent, Func<EntityRow, bool>? filter = null)
        => [.. call.Session.Entities.Children(Name, parent).Where(r => filter?.Invoke(r) != false).Select(Read)];

    public void Insert(StoreSession session, T item, long parent, long account, long customer) => session.Entities.Insert(new EntityRow(Name, GetId(item)!.Value)
    {
        Parent = parent,
        Account = account,
        Customer = customer,
        Name = UniqueName(item),
        Kind = Kind(item),
        Status = Status(item),
        Body = EntityBody.Write(item),
    });

    public void Save(StoreSession session, EntityRow row, T item)
        => session.Entities.Update(row with { Name = UniqueName(item), Kind = Kind(item) ?? row.Kind, Status = Status(item), Body = EntityBody.Write(item) });

    public long NextId(StoreSession session) => session.Next(Name, 1, FirstId, IdStep);

    private static void CheckCount(int count, int max, int empty, int tooMany)
    {
        if (count == 0)
            throw ApiFaultException.Operation(empty);
        if (count > max)
            throw ApiFaultException.Operation(tooMany);
    }

    private long? AddOne(CallContext call, long parent, T item, ItemErrors errors, Action<T> prepare, ref int room)
    {
        if (GetId(item) is not null)
            errors.Fail(Codes.IdGiven);
        prepare(item);
        CheckName(call, parent, item, errors);
        if (errors.Ok && room <= 0)
            errors.Fail(Codes.Full);
        if (!errors.Ok)
            return null;
        room--;
        var id = NextId(call.Session);
        SetId(item, id);
        Insert(call.Session, item, parent, call.Account.Id, call.Account.Customer);
        return id;
    }

    private void UpdateOne(CallContext call, EntityRow row, T given, ItemErrors errors, Action<T, T> before, Action<EntityChange<T>> check, Action<EntityChange<T>>? changed)
    {
        var old = Read(row);
        before(old, given);
        if (!errors.Ok || old.GetType() != given.GetType())
            return;
        var merged = Read(row);
        EntityMerge.Apply(merged, given);
        var change = new EntityChange<T>(old, given, merged);
        check(change);
        if (UniqueName(merged) != row.Name)
            CheckName(call, row.Parent, merged, errors);
        if (!errors.Ok)
            return;
        Save(call.Session, row, merged);
        changed?.Invoke(change);
    }

    private void CheckName(CallContext call, long parent, T item, ItemErrors errors)
    {
        if (Codes.NameTaken != 0 && UniqueName(item) is { } key && call.Session.Entities.FindByName(Name, parent, key) is { } taken && taken != GetId(item))
            errors.Fail(Codes.NameTaken);
    }

    private EntityRow? Locate(CallContext call, long parent, long? id, HashSet<long>? seen, ItemErrors errors, int missingCode = 0)
    {
        if (id is not { } known)
        {
            errors.Fail(missingCode == 0 ? Codes.UnknownId : missingCode);
            return null;
        }

        if (seen?.Add(known) == false)
        {
            errors.Fail(Codes.DuplicateId);
            return null;
        }

        var row = call.Session.Entities.Find(Name, known);
        if (row?.Parent == parent)
            return row;
        var isElsewhere = row is not null && row.Account == call.Account.Id && Codes.WrongParent != 0;
        errors.Fail(isElsewhere ? Codes.WrongParent : Codes.UnknownId);
        return null;
    }
}
