using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>Associations of two entities, of any family: a label on a keyword, an extension on a campaign.</summary>
internal sealed class LinkTable(StoreSession session)
{
    private const string Columns = "family, kind, source, target, account, changed, deleted, body";

    /// <summary>Makes the link, or wakes a deleted one; false when it was there already (its body is then replaced).</summary>
    public bool Set(string family, string kind, long source, long target, long account, byte[]? body = null)
    {
        var isNew = !Exists(family, kind, source, target);
        session.Execute(
            "INSERT INTO link (family, kind, source, target, account, changed, deleted, body) VALUES ($1, $2, $3, $4, $5, $6, 0, $7) "
            + "ON CONFLICT (family, source, kind, target) DO UPDATE SET changed = $6, deleted = 0, body = $7",
            family, kind, source, target, account, session.NowTicks, body);
        return isNew;
    }

    public bool Exists(string family, string kind, long source, long target)
        => session.Query(
            "SELECT 1 FROM link WHERE family = $1 AND kind = $2 AND source = $3 AND target = $4 AND deleted = 0", static r => true, family, kind, source, target).Count > 0;

    public bool Delete(string family, string kind, long source, long target)
        => session.Execute(
            "UPDATE link SET deleted = 1, changed = $5 WHERE family = $1 AND kind = $2 AND source = $3 AND target = $4 AND deleted = 0",
            family, kind, source, target, session.NowTicks) > 0;

    /// <summary>Ends every link of a family from one source, whatever its kind.</summary>
    public void DeleteFrom(string family, long source)
        => session.Execute("UPDATE link SET deleted = 1, changed = $3 WHERE family = $1 AND source = $2 AND deleted = 0", family, source, session.NowTicks);

    /// <summary>Ends every link, of any family, to one target of this kind.</summary>
    public void DeleteTo(string kind, long target)
        => session.Execute("UPDATE link SET deleted = 1, changed = $3 WHERE kind = $1 AND target = $2 AND deleted = 0", kind, target, session.NowTicks);

    public List<LinkRow> From(string family, string kind, long source)
        => session.Query(
            $"SELECT {Columns} FROM link WHERE family = $1 AND kind = $2 AND source = $3 AND deleted = 0 ORDER BY rowid", Read, family, kind, source);

    public List<LinkRow> To(string family, string kind, long target)
        => session.Query(
            $"SELECT {Columns} FROM link WHERE family = $1 AND kind = $2 AND target = $3 AND deleted = 0 ORDER BY rowid", Read, family, kind, target);

    /// <summary>The living links of one account, oldest first.</summary>
    public List<LinkRow> OfAccount(string family, long account)
        => session.Query($"SELECT {Columns} FROM link WHERE family = $1 AND account = $2 AND deleted = 0 ORDER BY rowid", Read, family, account);

    /// <summary>One link, alive or deleted.</summary>
    public LinkRow? Find(string family, string kind, long source, long target)
        => session.Query($"SELECT {Columns} FROM link WHERE family = $1 AND kind = $2 AND source = $3 AND target = $4", Read, family, kind, source, target).FirstOrDefault();

    public List<LinkRow> ChangedSince(string family, long account, DateTime since)
        => session.Query($"SELECT {Columns} FROM link WHERE family = $1 AND account = $2 AND changed > $3 ORDER BY rowid", Read, family, account, since.Ticks);

    private static LinkRow Read(SqliteDataReader reader)
        => new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4))
        {
            Changed = new DateTime(reader.GetInt64(5), DateTimeKind.Utc),
            Deleted = reader.GetInt64(6) != 0,
            Body = reader.IsDBNull(7) ? null : reader.GetFieldValue<byte[]>(7),
        };
}
