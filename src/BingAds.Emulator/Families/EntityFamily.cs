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

    /// <summary>The code when a name is taken, where it is not the same for all of the family.</summary>
    public Func<T, int>? NameTaken { get; init; }

    public Func<T, string?> Kind { get; init; } = static _ => null;

    public Func<T, string?> Status { get; init; } = static _ => null;

    /// <summary>Which entities a call reaches, where it is not the parent that decides: what a customer has, all its accounts see.</summary>
    public Func<CallContext, EntityRow, bool>? IsVisible { get; init; }

    /// <summary>The first id ever given, and the distance of the following ones.</summary>
    public long FirstId { get; init; } = 1;

    public int IdStep { get; init; } = 1;

    public T Read(EntityRow row) => WireJson.Read<T>(row.Body);

    public EntityRow? Find(CallContext call, long? id) => id is { } known ? call.Session.Entities.Find(Name, known) : null;

    /// <summary>The living entity with that id, if it belongs to the call's account, or is seen by it.</summary>
    public EntityRow? FindOwn(CallContext call, long? id)
        => Find(call, id) is { } row && (IsVisible?.Invoke(call, row) ?? row.Account == call.Account.Id) ? row : null;

    /// <summary>Adds each item that the rules accept. The ids stand at the items' places, null where one failed.</summary>
    public List<long?> Add(IReadOnlyList<T?>? items, EntityRules<T> rules) => Add(items, rules.Errors, _ => rules);

    /// <summary>As <see cref="Add(IReadOnlyList{T}, EntityRules{T})"/>, for items that name their parents themselves: no rules for one whose parent there is not.</summary>
    public List<long?> Add(IReadOnlyList<T?>? items, ItemErrors errors, Func<T, EntityRules<T>?> rulesOf)
    {
        CheckCount(items?.Count ?? 0, Codes.Max, Codes.Empty, Codes.TooMany);
        var ids = new List<long?>(items!.Count);
        for (var i = 0; i < items.Count; i++)
        {
            errors.Start(i);
            ids.Add(items[i] is { } item && rulesOf(item) is { } rules ? AddOne(item, rules) : null);
            if (items[i] is null)
                errors.Fail(Codes.NullItem);
        }

        return ids;
    }

    /// <summary>Adds one item; null when it fails.</summary>
    public long? AddOne(T item, EntityRules<T> rules)
    {
        var (call, errors) = (rules.Call, rules.Errors);
        if (GetId(item) is not null)
            errors.Fail(Codes.IdGiven);
        rules.PrepareNew(item);
        CheckName(call, rules.Parent, item, errors);
        if (errors.Ok && !call.Rooms.HasRoom(Name, rules.Parent, Codes.Capacity))
            errors.Fail(Codes.Full);
        if (!errors.Ok)
            return null;
        call.Rooms.Take(Name, rules.Parent);
        var id = NextId(call.Session);
        SetId(item, id);
        Insert(call.Session, item, rules.Parent, rules.Account, call.Account.Customer);
        rules.Added(item);
        return id;
    }

    /// <summary>Changes each item that is known and that the rules accept. Items hold only the members to change.</summary>
    public void Update(IReadOnlyList<T?>? items, EntityRules<T> rules) => Update(items, rules.Errors, _ => rules);

    /// <summary>As <see cref="Update(IReadOnlyList{T}, EntityRules{T})"/>, for items that name their parents themselves.</summary>
    public void Update(IReadOnlyList<T?>? items, ItemErrors errors, Func<T, EntityRules<T>?> rulesOf)
    {
        CheckCount(items?.Count ?? 0, Codes.Max, Codes.Empty, Codes.TooMany);
        var seen = new HashSet<long>();
        for (var i = 0; i < items!.Count; i++)
        {
            errors.Start(i);
            if (items[i] is not { } given)
                errors.Fail(Codes.NullItem);
            else if (rulesOf(given) is { } rules && Locate(rules.Call, rules.Parent, GetId(given), errors, seen, Codes.IdMissing) is { } row)
                UpdateOne(row, given, rules);
        }
    }

    /// <summary>Changes one entity; gives what it is then, or null when it fails.</summary>
    public T? UpdateOne(EntityRow row, T given, EntityRules<T> rules)
    {
        var (call, errors) = (rules.Call, rules.Errors);
        var old = Read(row);
        rules.BeforeUpdate(old, given);
        if (!errors.Ok || old.GetType() != given.GetType())
            return null;
        var merged = Read(row);
        rules.Merge(merged, given);
        var change = new EntityChange<T>(old, given, merged);
        rules.CheckUpdate(change);
        if (UniqueName(merged) != row.Name)
            CheckName(call, row.Parent, merged, errors);
        if (!errors.Ok)
            return null;
        Save(call.Session, row, merged);
        rules.Changed(change);
        return merged;
    }

    /// <summary>Deletes each known id, with all that hangs on it.</summary>
    public void Delete(IReadOnlyList<long>? ids, EntityRules<T> rules)
    {
        CheckCount(ids?.Count ?? 0, Codes.MaxDeleted == 0 ? Codes.Max : Codes.MaxDeleted, Codes.IdsEmpty, Codes.IdsTooMany);
        var seen = new HashSet<long>();
        for (var i = 0; i < ids!.Count; i++)
        {
            rules.Errors.Start(i);
            if (!seen.Add(ids[i]))
                rules.Errors.Fail(Codes.DuplicateInIds == 0 ? Codes.DuplicateId : Codes.DuplicateInIds);
            else if (Locate(rules.Call, rules.Parent, ids[i], rules.Errors) is { } row)
                DeleteOne(row, rules);
        }
    }

    /// <summary>Deletes one entity if the rules let it go.</summary>
    public bool DeleteOne(EntityRow row, EntityRules<T> rules)
    {
        rules.CheckDelete(row);
        if (!rules.Errors.Ok)
            return false;
        EntityCascade.Delete(rules.Call.Session, Name, row.Id);
        rules.Call.Rooms.Forget(Name, row.Parent);
        rules.Deleted(row);
        return true;
    }

    /// <summary>The entities in the order of the ids, null where there is none; repeated ids are answered as often as asked.</summary>
    public List<T?> Get(CallContext call, long parent, IReadOnlyList<long>? ids, ItemErrors errors, Func<EntityRow, bool>? filter = null, int filterCode = 0)
    {
        CheckCount(ids?.Count ?? 0, Codes.MaxIds, Codes.IdsEmpty, Codes.IdsTooMany);
        var found = new List<T?>(ids!.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            errors.Start(i);
            var row = Locate(call, parent, ids[i], errors);
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

    /// <summary>The living entity of that id below the parent, or seen by the call where that decides; fails when there is none.</summary>
    public EntityRow? Locate(CallContext call, long parent, long? id, ItemErrors errors, HashSet<long>? seen = null, int missingCode = 0)
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
        if (row is not null && (IsVisible?.Invoke(call, row) ?? row.Parent == parent))
            return row;
        var isElsewhere = row is not null && row.Account == call.Account.Id && Codes.WrongParent != 0;
        errors.Fail(isElsewhere ? Codes.WrongParent : Codes.UnknownId);
        return null;
    }

    private static void CheckCount(int count, int max, int empty, int tooMany)
    {
        if (count == 0)
            throw ApiFaultException.Operation(empty);
        if (count > max)
            throw ApiFaultException.Operation(tooMany);
    }

    private void CheckName(CallContext call, long parent, T item, ItemErrors errors)
    {
        if (Codes.NameTaken != 0 && UniqueName(item) is { } key && call.Session.Entities.FindByName(Name, parent, key) is { } taken && taken != GetId(item))
            errors.Fail(NameTaken?.Invoke(item) ?? Codes.NameTaken);
    }
}
