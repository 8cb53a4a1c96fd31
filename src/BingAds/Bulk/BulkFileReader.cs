using System.Text;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>Reads a bulk file entity by entity, in the file's order and without holding more than one of them.</summary>
/// <example>
/// <code>
/// await using var reader = BulkFileReader.Open("result.csv");
/// await foreach (var entity in reader.ReadAsync(cancellationToken))
/// {
///     if (entity is BulkCampaign { Campaign: { } campaign })
///     {
///         Console.WriteLine(campaign.Name);
///     }
/// }
/// </code>
/// </example>
public sealed class BulkFileReader : IAsyncDisposable, IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly bool _isStrict;
    private readonly BulkResultScope _scope;
    private readonly DelimitedReader _rows;
    private BulkHeader? _header;
    private bool _isStarted;

    /// <summary>Reads from a stream, which is closed with the reader unless told otherwise.</summary>
    public BulkFileReader(Stream stream, BulkFileReaderOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _leaveOpen = leaveOpen;
        _isStrict = options?.IsStrict ?? false;
        _scope = options?.Scope ?? BulkResultScope.Full;
        _rows = new DelimitedReader(stream, new DelimitedOptions
        {
            Separator = options?.Layout == BulkFileLayout.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma,
        });
    }

    /// <summary>The columns of the file that this version does not know; empty until the first entity was read. A writer may be given them.</summary>
    public IReadOnlyList<string> UnknownColumns => _header?.UnknownNames ?? [];

    /// <summary>Opens a file; <c>.tsv</c> is taken as separated by tabs, all else by commas.</summary>
    public static BulkFileReader Open(string path, BulkFileReaderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var layout = options?.Layout ?? (Path.GetExtension(path).Equals(".tsv", StringComparison.OrdinalIgnoreCase) ? BulkFileLayout.Tsv : BulkFileLayout.Csv);
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        return new BulkFileReader(stream, new BulkFileReaderOptions { Layout = layout, Scope = options?.Scope ?? default, IsStrict = options?.IsStrict ?? false });
    }

    /// <summary>All entities of the file. It can be walked once.</summary>
    /// <exception cref="EntityReadException">The text is no bulk file of this version or is damaged; all whole entities before were given.</exception>
    public async IAsyncEnumerable<BulkEntity> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_isStarted)
        {
            throw new InvalidOperationException("A bulk file is read once; open another reader to read it again.");
        }

        _isStarted = true;
        if (!await NextAsync(cancellationToken).ConfigureAwait(false))
        {
            yield break;
        }

        _header = ReadHeader();
        var row = new BulkRowBuffer(_header);
        var records = new BulkRecordReader(_scope);
        var ready = new Queue<BulkEntity>();
        while (await NextAsync(cancellationToken).ConfigureAwait(false))
        {
            Add(row, records, ready);
            while (ready.TryDequeue(out var entity))
            {
                yield return Check(entity);
            }
        }

        records.Finish(ready);
        while (ready.TryDequeue(out var entity))
        {
            yield return Check(entity);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _rows.Dispose();
        if (!_leaveOpen)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _rows.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FileFormatException error)
        {
            throw new EntityReadException("The bulk file is damaged: " + error.Message, error.FirstLine ?? 0, error);
        }
    }

    private BulkHeader ReadHeader()
    {
        var names = new string[_rows.ColumnCount];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetString(_rows[i]);
        }

        var header = new BulkHeader(names);
        return header.Has(BulkColumns.Type) ? header : throw new EntityReadException("The file has no column Type, so it is no bulk file.", _rows.LineNumber);
    }

    private void Add(BulkRowBuffer row, BulkRecordReader records, Queue<BulkEntity> ready)
    {
        row.Clear();
        foreach (var cell in _rows.FilledCells)
        {
            row.Add(cell.Column, cell.Value);
        }

        records.Add(row.Row((int)_rows.LineNumber), ready);
    }

    private BulkEntity Check(BulkEntity entity) => _isStrict && entity.CellErrors is [var first, ..]
        ? throw new EntityReadException($"{entity.GetType().Name}: column '{first.Column}' holds '{first.Text}': {first.Reason}", first.Line)
        : entity;
}
