using BingAds.Emulator.Store;
using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Tests.Store;

public class StoreTests
{
    private static readonly EmulatorClock s_clock = new();

    [Fact]
    public async Task Store_keeps_nothing_of_a_call_that_fails()
    {
        using var store = EmulatorStore.Open(null, s_clock);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await store.RunAsync(session =>
        {
            session.Entities.Insert(Row(1, "kept?"));
            session.Next("thing");
            throw new InvalidDataException("half way");
        }));
        Assert.Null(await store.RunAsync(static s => s.Entities.Find("Thing", 1)));
        Assert.Equal(1, await store.RunAsync(static s => s.Next("thing")));
    }

    [Fact]
    public async Task Numbers_are_never_given_twice_and_keep_their_distance()
    {
        using var store = EmulatorStore.Open(null, s_clock);
        var (first, second, third) = await store.RunAsync(static s => (s.Next("id", 1, 500, 3), s.Next("id", 10, 500, 3), s.Next("id", 1, 500, 3)));
        Assert.Equal((500, 503, 533), (first, second, third));
    }

    [Fact]
    public async Task Deleted_entities_free_their_name_and_are_told_as_changes()
    {
        using var store = EmulatorStore.Open(null, s_clock);
        await store.RunAsync(session =>
        {
            session.Entities.Insert(Row(1, "name"));
            Assert.Equal(1, session.Entities.FindByName("Thing", 7, "name"));
            Assert.True(session.Entities.Delete("Thing", 1));
            Assert.False(session.Entities.Delete("Thing", 1));
            Assert.Null(session.Entities.FindByName("Thing", 7, "name"));
            Assert.Null(session.Entities.Find("Thing", 1));
            Assert.Empty(session.Entities.Children("Thing", 7));
            var changed = Assert.Single(session.Entities.ChangedSince("Thing", 9, DateTime.MinValue));
            Assert.True(changed.Deleted);
        });
    }

    [Fact]
    public async Task Links_are_found_from_both_ends_and_end_with_either()
    {
        using var store = EmulatorStore.Open(null, s_clock);
        await store.RunAsync(session =>
        {
            Assert.True(session.Links.Set("Label", "Keyword", 1, 10, 9));
            Assert.False(session.Links.Set("Label", "Keyword", 1, 10, 9));
            session.Links.Set("Label", "Keyword", 1, 11, 9);
            session.Links.Set("Label", "Campaign", 1, 10, 9);
            Assert.Equal([10, 11], session.Links.From("Label", "Keyword", 1).Select(static l => l.Target));
            session.Links.DeleteTo("Keyword", 10);
            Assert.Equal([11], session.Links.From("Label", "Keyword", 1).Select(static l => l.Target));
            Assert.Single(session.Links.To("Label", "Campaign", 10));
            session.Links.DeleteFrom("Label", 1);
            Assert.Empty(session.Links.To("Label", "Campaign", 10));
            Assert.Equal(3, session.Links.ChangedSince("Label", 9, DateTime.MinValue).Count(static l => l.Deleted));
        });
    }

    [Fact]
    public async Task No_statement_looks_through_a_whole_table()
    {
        using var store = EmulatorStore.Open(null, s_clock);
        var plans = await store.RunAsync(session =>
        {
            session.Entities.Insert(Row(1, "a"));
            session.Entities.Update(Row(1, "b"));
            session.Entities.Find("Thing", 1);
            session.Entities.FindByName("Thing", 7, "b");
            session.Entities.Children("Thing", 7);
            session.Entities.OfAccount("Thing", 9);
            session.Entities.ChangedSince("Thing", 9, DateTime.MinValue);
            session.Entities.Count("Thing", 7);
            session.Entities.CountOfAccount("Thing", 9);
            session.Entities.Delete("Thing", 1);
            session.Links.Set("Label", "Keyword", 1, 2, 9);
            session.Links.From("Label", "Keyword", 1);
            session.Links.To("Label", "Keyword", 2);
            session.Links.Delete("Label", "Keyword", 1, 2);
            session.Links.DeleteFrom("Label", 1);
            session.Links.DeleteTo("Keyword", 2);
            return session.Statements.Where(static sql => sql.Contains("entity", StringComparison.Ordinal) || sql.Contains("link", StringComparison.Ordinal))
                .Select(sql => (Sql: sql, Plan: string.Join("; ", session.Query("EXPLAIN QUERY PLAN " + sql, static r => r.GetString(3), new object?[sql.Count(static c => c == '$')]))))
                .ToList();
        });
        Assert.True(plans.Count > 15);
        Assert.All(plans, static p => Assert.DoesNotContain("SCAN", p.Plan, StringComparison.Ordinal));
        Assert.All(plans, static p => Assert.DoesNotContain("B-TREE FOR ORDER BY", p.Sql.Contains("entity", StringComparison.Ordinal) && !p.Sql.Contains("changed >", StringComparison.Ordinal) ? p.Plan : "", StringComparison.Ordinal));
        Assert.Contains("name=?", plans.Single(static p => p.Sql.Contains("AND name = $3", StringComparison.Ordinal)).Plan, StringComparison.Ordinal);
        Assert.Contains("kind=? AND target=?", plans.Single(static p => p.Sql.Contains("WHERE kind = $1 AND target = $2", StringComparison.Ordinal)).Plan, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_of_a_newer_emulator_is_refused()
    {
        var file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.db");
        try
        {
            using (EmulatorStore.Open(file, s_clock))
            {
            }

            using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = $"PRAGMA user_version = {Migrations.Newest + 1}";
                command.ExecuteNonQuery();
            }

            Assert.Throws<InvalidOperationException>(() => EmulatorStore.Open(file, s_clock));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static EntityRow Row(long id, string name) => new("Thing", id) { Parent = 7, Account = 9, Name = name, Body = "{}"u8.ToArray() };
}
