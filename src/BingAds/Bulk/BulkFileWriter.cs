using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>
/// Writes a bulk file entity by entity: the header, the row of the format version, then the rows of each entity; packed on the way if asked for. Nothing but
/// the rows under way is held. Not safe for use by two threads at once.
/// </summary>
/// <example>
/// <code>
/// await using var writer = BulkFileWriter.Create("upload.zip");
/// await writer.WriteAsync(new BulkCampaign { AccountId = 1, Campaign = new Campaign { Id = -1, Name = "Shoes" } });
/// await writer.CompleteAsync();
/// </code>
/// </example>
public sealed partial class BulkFileWriter : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly BulkFileWriterOptions _options;
    private readonly BulkRowBatch _batch = new();
    private readonly List<string> _extra;
    private readonly Dictionary<string, int> _extraColumns = new(StringComparer.Ordinal);
    private BulkFileTarget? _target;
    private FileOutput? _output;
    private DelimitedWriter? _rows;
    private bool _isComplete;
    private bool _isDisposed;

    /// <summary>Writes to a stream, which need not seek and is closed with the writer unless told otherwise.</summary>
    public BulkFileWriter(Stream stream, BulkFileWriterOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _options = (options ?? new()).Copy();
        _stream = stream;
        _leaveOpen = leaveOpen;
        _extra = [.. _options.UnknownColumns.Where(static n => BulkColumns.Find(n) < 0).Distinct(StringComparer.Ordinal)];
    }

    private BulkFileWriter(BulkFileTarget target, BulkFileWriterOptions options)
        : this(target.Stream, options) => _target = target;

    /// <summary>
    /// Makes a file, over one that is there. Until <see cref="CompleteAsync"/> it has another name beside the given one, and it is removed when the writer is
    /// disposed before: nobody finds half a file. Its name tells layout and packing: <c>.csv</c>, <c>.tsv</c>, <c>.zip</c>, <c>.csv.gz</c>.
    /// </summary>
    public static BulkFileWriter Create(string path, BulkFileWriterOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var copy = (options ?? new()).For(path);
        return new BulkFileWriter(new BulkFileTarget(path), copy);
    }

    /// <summary>How many rows were written, the header and the format version not counted.</summary>
    public long RowCount { get; private set; }

    /// <summary>Writes all rows of an entity.</summary>
    /// <exception cref="EntityWriteException">The entity holds what a bulk file cannot; nothing of it was written.</exception>
    public ValueTask WriteAsync(BulkEntity entity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ThrowIfEnded();
        _batch.Clear();
        entity.WriteTo(_batch, _options.ExcludeReadOnlyData);
        return _rows is { } rows ? WriteAsync(rows, cancellationToken) : WriteFirstAsync(entity, cancellationToken);
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

    /// <summary>Writes all entities as they come.</summary>
    public async ValueTask WriteAllAsync(IAsyncEnumerable<BulkEntity> entities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entities);
        await foreach (var entity in entities.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await WriteAsync(entity, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes what is still held and the end of the archive, and gives a file its name. A file without entities has the header and the format version.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfEnded();
        _batch.Clear();
        var rows = _rows ?? await StartAsync(null, cancellationToken).ConfigureAwait(false);
        await rows.FlushAsync(cancellationToken).ConfigureAwait(false);
        await _output!.CompleteAsync(cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (_target is not null)
        {
            await _target.CompleteAsync().ConfigureAwait(false);
        }

        _isComplete = true;
    }

    /// <summary>Ends the writing. Without <see cref="CompleteAsync"/> before, a file is removed, and an archive in a stream has no end, so that nobody takes it for whole.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _rows?.Dispose();
        if (_output is not null)
        {
            await _output.DisposeAsync().ConfigureAwait(false);
        }

        if (_target is not null)
        {
            await _target.DisposeAsync().ConfigureAwait(false);
        }
        else if (!_leaveOpen)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void ThrowIfEnded()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isComplete)
        {
            throw new InvalidOperationException("The file is complete; nothing can be written to it any more.");
        }
    }
}
