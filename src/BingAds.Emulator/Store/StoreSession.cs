using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>The database as a call sees it: prepared statements and the tables on top of them. Only ever used by the call whose turn it is.</summary>
internal sealed class StoreSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private long _sealed;
    private bool _wroteSinceSeal = true;

    public StoreSession(SqliteConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
        Entities = new EntityTable(this);
        Links = new LinkTable(this);
        Tokens = new TokenTable(this);
        People = new PersonTable(this);
        Jobs = new JobTable(this);
        Pieces = new PieceTable(this);
    }

    public EntityTable Entities { get; }

    public LinkTable Links { get; }

    public TokenTable Tokens { get; }

    public PersonTable People { get; }

    public JobTable Jobs { get; }

    public PieceTable Pieces { get; }

    /// <summary>Counts the transactions: what was read in an earlier one may no longer be true.</summary>
    public long Turn { get; private set; }

    /// <summary>Every statement that was run so far, for a look at how SQLite does it.</summary>
    public IReadOnlyCollection<string> Statements => [.. _prepared.Keys];

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The time for what is written now: later than every snapshot, even on a stopped clock.</summary>
    public long NowTicks
    {
        get
        {
            _wroteSinceSeal = true;
            return Math.Max(Now.UtcTicks, _sealed + 1);
        }
    }

    /// <summary>The latest time that a reader was told, or the present.</summary>
    public DateTime LatestTime => new(Math.Max(Now.UtcTicks, _sealed), DateTimeKind.Utc);

    /// <summary>
    /// The time of a snapshot, in whole seconds as bulk files tell it: all that is there is not later, and all that is written afterwards is. Otherwise a change
    /// in the second of a download would be told twice, or never.
    /// </summary>
    public DateTime Seal()
    {
        var now = Now.UtcTicks;
        if (now > _sealed || _wroteSinceSeal)
        {
            var latest = Math.Max(now, _wroteSinceSeal ? _sealed + 1 : _sealed);
            _sealed = (latest + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond;
            _wroteSinceSeal = false;
        }

        return new DateTime(_sealed, DateTimeKind.Utc);
    }

    /// <summary>Takes numbers that were never given before under that name, <paramref name="step"/> apart, and returns the first of them.</summary>
    public long Next(string sequence, int count = 1, long start = 1, int step = 1)
    {
        var last = Query(
            "INSERT INTO sequence (name, last) VALUES ($1, $2 + ($3 - 1) * $4) ON CONFLICT (name) DO UPDATE SET last = last + $3 * $4 RETURNING last",
            static r => r.GetInt64(0),
            sequence,
            start,
            count,
            step)[0];
        return last - ((long)(count - 1) * step);
    }

    public string? Meta(string key) => Query("SELECT value FROM meta WHERE key = $1", static r => r.GetString(0), key).FirstOrDefault();

    public void SetMeta(string key, string value)
        => Execute("INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2", key, value);

    public void Clear()
    {
        foreach (var table in Migrations.Tables)
        {
            Execute($"DELETE FROM {table}");
        }
    }

    /// <summary>Starts a transaction.</summary>
    public void Begin()
    {
        Turn++;
        Execute("BEGIN IMMEDIATE");
    }

    /// <summary>Runs a statement with values for <c>$1</c>, <c>$2</c>…; returns the number of rows it touched.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs a query and reads all of it, so that the statement is free again when this returns.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        using var reader = Prepare(sql, values).ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _prepared.Clear();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
