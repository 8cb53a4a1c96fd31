using Microsoft.Data.Sqlite;

namespace BingAds.Emulator.Store;

/// <summary>All state of the emulator, in one SQLite database: a file, or memory. Calls take turns; each is one transaction, all or nothing.</summary>
/// <remarks>
/// One connection on purpose: an in-memory database lives as long as its connection, statements stay prepared, and two calls can never see half of each other.
/// </remarks>
internal sealed class EmulatorStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly StoreSession _session;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private EmulatorStore(SqliteConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _session = new StoreSession(connection, clock);
    }

    /// <summary>Opens the database and brings it to the newest layout; a null file keeps everything in memory.</summary>
    public static EmulatorStore Open(string? file, TimeProvider clock)
    {
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = file ?? ":memory:",
            Mode = file is null ? SqliteOpenMode.Memory : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            using (var command = connection.CreateCommand())
            {
                // A write-ahead log survives the death of the process at any point; only a power cut could cost the last calls.
                command.CommandText = file is null ? "PRAGMA synchronous = OFF" : "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL";
                command.ExecuteNonQuery();
            }

            Migrations.Apply(connection);
            return new EmulatorStore(connection, clock);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs one call. What it wrote is kept when it returns and undone when it throws.</summary>
    public ValueTask<T> RunAsync<T>(Func<StoreSession, T> work, CancellationToken cancellationToken = default)
        => RunLongAsync(session => new ValueTask<T>(work(session)), cancellationToken);

    /// <summary>As <see cref="RunAsync{T}"/>, for work that hands what it reads to a stream on the way.</summary>
    public async ValueTask<T> RunLongAsync<T>(Func<StoreSession, ValueTask<T>> work, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _session.Begin();
            T result;
            try
            {
                result = await work(_session).ConfigureAwait(false);
            }
            catch
            {
                _session.Execute("ROLLBACK");
                throw;
            }

            _session.Execute("COMMIT");
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public async ValueTask RunAsync(Action<StoreSession> work, CancellationToken cancellationToken = default)
        => await RunAsync(
            session =>
            {
                work(session);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    public void Dispose()
    {
        _session.Dispose();
        _connection.Dispose();
        _turn.Dispose();
    }
}
