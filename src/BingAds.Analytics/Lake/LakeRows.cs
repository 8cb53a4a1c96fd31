using DuckDB.NET.Data;

namespace BingAds.Analytics;

/// <summary>The rows that a query gave, one at a time. They are read once.</summary>
public sealed class LakeRows : IAsyncEnumerable<LakeRow>, IAsyncDisposable, IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly DuckDBCommand _command;
    private readonly DuckDBDataReader _reader;
    private bool _isRead;

    internal LakeRows(DuckDBConnection connection, DuckDBCommand command, DuckDBDataReader reader)
    {
        (_connection, _command, _reader) = (connection, command, reader);
        Columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        Types = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetDataTypeName)];
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Types of the columns in SQL, as DuckDB names them.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Begins to read.</summary>
    /// <exception cref="InvalidOperationException">They were read before.</exception>
    public async IAsyncEnumerator<LakeRow> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (_isRead)
        {
            throw new InvalidOperationException("The rows of a query are read once.");
        }

        _isRead = true;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!await _reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield break;
            }

            var values = new object?[Columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = _reader.IsDBNull(i) ? null : _reader.GetValue(i);
            }

            yield return new LakeRow(Columns, values);
        }
    }

    /// <summary>The one row that the query must have given.</summary>
    /// <exception cref="InvalidOperationException">There is none, or there are more.</exception>
    public async Task<LakeRow> SingleAsync(CancellationToken cancellationToken = default)
    {
        LakeRow? single = null;
        await foreach (var row in this.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            single = single is null ? row : throw new InvalidOperationException("The query gave more than one row.");
        }

        return single ?? throw new InvalidOperationException("The query gave no row.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
