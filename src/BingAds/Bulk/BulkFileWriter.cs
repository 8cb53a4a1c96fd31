using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>Writes a bulk file entity by entity: the header, the row of the format version, then the rows of each entity.</summary>
/// <example>
/// <code>
/// await using var writer = BulkFileWriter.Create("upload.csv");
/// await writer.WriteAsync(new BulkCampaign { AccountId = 1, Campaign = new Campaign { Id = -1, Name = "Shoes" } });
/// await writer.CompleteAsync();
/// </code>
/// </example>
public sealed class BulkFileWriter : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly bool _excludeReadOnly;
    private readonly byte _separator;
    private readonly List<string> _extra;
    private readonly Rows _sink = new();
    private DelimitedWriter? _rows;

    /// <summary>Writes to a stream, which is closed with the writer unless told otherwise.</summary>
    public BulkFileWriter(Stream stream, BulkFileWriterOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _leaveOpen = leaveOpen;
        _excludeReadOnly = options?.ExcludeReadOnlyData ?? false;
        _separator = options?.Layout == BulkFileLayout.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma;
        _extra = [.. (options?.UnknownColumns ?? []).Where(static n => BulkColumns.Find(n) < 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Makes a file, over one that is there; <c>.tsv</c> is separated by tabs, all else by commas.</summary>
    public static BulkFileWriter Create(string path, BulkFileWriterOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var layout = options?.Layout ?? (Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? BulkFileLayout.Tsv : BulkFileLayout.Csv);
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        return new BulkFileWriter(stream, new BulkFileWriterOptions
        {
            Layout = layout, ExcludeReadOnlyData = options?.ExcludeReadOnlyData ?? false, UnknownColumns = options?.UnknownColumns ?? [],
        });
    }

    /// <summary>Writes all rows of an entity.</summary>
    /// <exception cref="EntityWriteException">The entity holds what a bulk file cannot; nothing of it was written.</exception>
    public async ValueTask WriteAsync(BulkEntity entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _sink.Clear();
        entity.WriteTo(_sink, _excludeReadOnly);
        var rows = _rows ?? await StartAsync(cancellationToken).ConfigureAwait(false);
        CheckColumns();
        for (var i = 0; i < _sink.Count; i++)
        {
            Copy(_sink[i], rows);
            await rows.EndRowAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes all entities.</summary>
    public async ValueTask WriteAllAsync(IEnumerable<BulkEntity> entities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        foreach (var entity in entities)
        {
            await WriteAsync(entity, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sends what is still held to the stream. A file without entities has the header and the row of the format version.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        var rows = _rows ?? await StartAsync(cancellationToken).ConfigureAwait(false);
        await rows.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the file. What was not completed may be missing from it.</summary>
    public async ValueTask DisposeAsync()
    {
        _rows?.Dispose();
        if (!_leaveOpen)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<DelimitedWriter> StartAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < _sink.Count; i++)
        {
            _extra.AddRange(_sink[i].UnknownCells.Select(static c => c.Key).Where(n => !_extra.Contains(n)).Distinct(StringComparer.Ordinal));
        }

        var rows = new DelimitedWriter(_stream, BulkColumns.Count + _extra.Count, new DelimitedWriterOptions { Separator = _separator });
        _rows = rows;
        rows.Header([.. BulkColumnNames.All, .. _extra]);
        rows.Set(BulkColumns.Type, "Format Version");
        rows.Set(BulkColumns.Name, "6.0");
        await rows.EndRowAsync(cancellationToken).ConfigureAwait(false);
        return rows;
    }

    private void CheckColumns()
    {
        for (var i = 0; i < _sink.Count; i++)
        {
            foreach (var (name, _) in _sink[i].UnknownCells)
            {
                if (!_extra.Contains(name))
                {
                    throw new EntityWriteException($"The column '{name}' is not in the header, which is written already; name it in {nameof(BulkFileWriterOptions)}.{nameof(BulkFileWriterOptions.UnknownColumns)}.");
                }
            }
        }
    }

    private void Copy(BulkRowWriter row, DelimitedWriter rows)
    {
        for (var column = 0; column < BulkColumns.Count; column++)
        {
            var text = row[column];
            if (!text.IsEmpty)
            {
                rows.Set(column, text);
            }
        }

        foreach (var (name, text) in row.UnknownCells)
        {
            rows.Set(BulkColumns.Count + _extra.IndexOf(name), text);
        }
    }

    // The rows of one entity: written only when all of them are good.
    private sealed class Rows : IBulkRowSink
    {
        private readonly List<BulkRowWriter> _all = [];

        public int Count { get; private set; }

        public BulkRowWriter this[int index] => _all[index];

        public void Clear() => Count = 0;

        public BulkRowWriter Begin()
        {
            if (Count == _all.Count)
            {
                _all.Add(new BulkRowWriter());
            }

            _all[Count].Clear();
            return _all[Count];
        }

        public void End() => Count++;
    }
}
