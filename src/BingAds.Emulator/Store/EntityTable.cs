using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>The table of all entities. Deleted ones stay as rows with a mark, because incremental downloads tell of them.</summary>
internal sealed class EntityTable(StoreSession session)
{
    private const string Columns = "family, id, parent, account, customer, name, kind, status, deleted, created, changed, body";

    public void Insert(EntityRow row)
        => session.Execute(
            $"INSERT INTO entity ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $9, $10)",
            row.Family, row.Id, row.Parent, row.Account, row.Customer, row.Name, row.Kind, row.Status, session.NowTicks, row.Body);

    /// <summary>Writes the changed parts of a living row; its family, id, parent and time of creation stay.</summary>
    public void Update(EntityRow row)
        => session.Execute(
            "UPDATE entity SET name = $3, kind = $4, status = $5, changed = $6, body = $7 WHERE family = $1 AND id = $2 AND deleted = 0",
            row.Family, row.Id, row.Name, row.Kind, row.Status, session.NowTicks, row.Body);

    /// <summary>The living entity with that id, or null.</summary>
    public EntityRow? Find(string family, long id)
        => session.Query($"SELECT {Columns} FROM entity WHERE family = $1 AND id = $2 AND deleted = 0", Read, family, id).FirstOrDefault();

    /// <summary>The entity with that id, alive or deleted.</summary>
    public EntityRow? FindAny(string family, long id)
        => session.Query($"SELECT {Columns} FROM entity WHERE family = $1 AND id = $2", Read, family, id).FirstOrDefault();

    /// <summary>The next living entities of one account, by id, for readers that must not hold all of them.</summary>
    public List<EntityRow> Page(string family, long account, long afterId, int count)
        => session.Query($"SELECT {Columns} FROM entity WHERE family = $1 AND account = $2 AND deleted = 0 AND id > $3 ORDER BY id LIMIT $4", Read, family, account, afterId, count);

    /// <summary>The next entities of one account that were changed or deleted after a time, by id.</summary>
    public List<EntityRow> ChangedPage(string family, long account, DateTime since, long afterId, int count)
        => session.Query(
            $"SELECT {Columns} FROM entity WHERE family = $1 AND account = $2 AND changed > $3 AND id > $4 ORDER BY id LIMIT $5", Read, family, account, since.Ticks, afterId, count);

    /// <summary>The living children of one parent, oldest first.</summary>
    public List<EntityRow> Children(string family, long parent)
        => session.Query($"SELECT {Columns} FROM entity WHERE family = $1 AND parent = $2 AND deleted = 0 ORDER BY id", Read, family, parent);

    /// <summary>The living entities of one account, oldest first.</summary>
    public List<EntityRow> OfAccount(string family, long account)
        => session.Query($"SELECT {Columns} FROM entity WHERE family = $1 AND account = $2 AND deleted = 0 ORDER BY id", Read, family, account);

    /// <summary>All living entities of a family, oldest first.</summary>
    public List<EntityRow> All(string family)
        => session.Query($"SELECT {Columns} FROM entity WHERE family = $1 AND deleted = 0 ORDER BY id", Read, family);

    /// <summary>Entities of one account that were changed or deleted after a time: what an incremental download is made of.</summary>
    public List<EntityRow> ChangedSince(string family, long account, DateTime since)
        => session.Query($"SELECT {Columns} FROM entity WHERE family = $1 AND account = $2 AND changed > $3 ORDER BY id", Read, family, account, since.Ticks);

    public int Count(string family, long parent)
        => session.Query("SELECT COUNT(*) FROM entity WHERE family = $1 AND parent = $2 AND deleted = 0", static r => r.GetInt32(0), family, parent)[0];

    /// <summary>How many children of one kind are in one state.</summary>
    public int Count(string family, long parent, string kind, string status)
        => session.Query(
            "SELECT COUNT(*) FROM entity WHERE family = $1 AND parent = $2 AND deleted = 0 AND kind = $3 AND status = $4", static r => r.GetInt32(0), family, parent, kind, status)[0];

    public int CountOfAccount(string family, long account)
        => session.Query("SELECT COUNT(*) FROM entity WHERE family = $1 AND account = $2 AND deleted = 0", static r => r.GetInt32(0), family, account)[0];

    /// <summary>Id of the living child that has this name, or null.</summary>
    public long? FindByName(string family, long parent, string name)
    {
        var ids = session.Query(
            "SELECT id FROM entity WHERE family = $1 AND parent = $2 AND name = $3 AND deleted = 0 LIMIT 1", static r => r.GetInt64(0), family, parent, name);
        return ids.Count == 0 ? null : ids[0];
    }

    /// <summary>Marks one entity as deleted; false when it was not alive.</summary>
    public bool Delete(string family, long id)
        => session.Execute("UPDATE entity SET deleted = 1, changed = $3 WHERE family = $1 AND id = $2 AND deleted = 0", family, id, session.NowTicks) > 0;

    private static EntityRow Read(SqliteDataReader reader) => new(reader.GetString(0), reader.GetInt64(1))
    {
        Parent = reader.GetInt64(2),
        Account = reader.GetInt64(3),
        Customer = reader.GetInt64(4),
        Name = reader.IsDBNull(5) ? null : reader.GetString(5),
        Kind = reader.IsDBNull(6) ? null : reader.GetString(6),
        Status = reader.IsDBNull(7) ? null : reader.GetString(7),
        Deleted = reader.GetInt64(8) != 0,
        Created = new DateTime(reader.GetInt64(9), DateTimeKind.Utc),
        Changed = new DateTime(reader.GetInt64(10), DateTimeKind.Utc),
        Body = reader.GetFieldValue<byte[]>(11),
    };
}
