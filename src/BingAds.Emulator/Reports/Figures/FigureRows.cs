using BingAds.Emulator.Store;
using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Reports.Figures;

/// <summary>Stored entities, living and deleted, by id and in pages: what was deleted keeps its history.</summary>
internal static class FigureRows
{
    private const int Page = 500;
    private const string Columns = "family, id, parent, account, customer, name, kind, status, deleted, created, changed, body";

    public static IEnumerable<EntityRow> Children(StoreSession session, string family, long parent) => Merge(session, "parent", family, parent);

    public static IEnumerable<EntityRow> OfAccount(StoreSession session, string family, long account) => Merge(session, "account", family, account);

    // One page after the other for each of the two states, because the indexes hold them apart.
    private static IEnumerable<EntityRow> Merge(StoreSession session, string owner, string family, long id)
    {
        using var living = Pages(session, owner, family, id, deleted: 0).GetEnumerator();
        using var deleted = Pages(session, owner, family, id, deleted: 1).GetEnumerator();
        var (hasLiving, hasDeleted) = (living.MoveNext(), deleted.MoveNext());
        while (hasLiving || hasDeleted)
        {
            if (hasLiving && (!hasDeleted || living.Current.Id < deleted.Current.Id))
            {
                yield return living.Current;
                hasLiving = living.MoveNext();
            }
            else
            {
                yield return deleted.Current;
                hasDeleted = deleted.MoveNext();
            }
        }
    }

    private static IEnumerable<EntityRow> Pages(StoreSession session, string owner, string family, long id, int deleted)
    {
        var after = long.MinValue;
        while (true)
        {
            var page = session.Query(
                $"SELECT {Columns} FROM entity WHERE family = $1 AND {owner} = $2 AND deleted = $3 AND id > $4 ORDER BY id LIMIT $5", Read, family, id, deleted, after, Page);
            foreach (var row in page)
            {
                yield return row;
            }

            if (page.Count < Page)
                yield break;
            after = page[^1].Id;
        }
    }

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
