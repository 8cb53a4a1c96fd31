using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Bulk;

/// <summary>
/// Reads a bulk file in its order, without holding more than one record: as entities (<see cref="ReadAsync(CancellationToken)"/>) or, for those who want only
/// some columns, as rows (<see cref="ReadRows"/>). CSV or TSV, plain, zip or gzip: the first bytes tell.
/// </summary>
/// <remarks>A file is walked once. Not safe for use by two threads at once.</remarks>
/// <example>
/// <code>
/// await using var reader = BulkFileReader.Open("result.zip");
/// await foreach (var campaign in reader.ReadAsync&lt;BulkCampaign&gt;(cancellationToken))
/// {
///     Console.WriteLine(campaign.Campaign?.Name);
/// }
/// </code>
/// </example>
public sealed partial class BulkFileReader : IAsyncDisposable, IDisposable
{
    // Each read of a file goes through another thread, so that it should bring some hundred rows.
    private const int BufferSize = 256 << 10;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly BulkFileReaderOptions _options;
    private FileContent? _content;
    private DelimitedReader? _rows;
    private StringCache? _texts;
    private bool _isWalked;

    /// <summary>Reads from a stream, which need not seek and is closed with the reader unless told otherwise.</summary>
    public BulkFileReader(Stream stream, BulkFileReaderOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _options = (options ?? new()).Copy();
        _stream = stream;
        _leaveOpen = leaveOpen;
    }

    /// <summary>The columns of the file; null until the first row was asked for, or <see cref="ReadHeaderAsync"/> was called.</summary>
    public BulkHeader? Header { get; private set; }

    /// <summary>The columns of the file that this version does not know; empty until the header was read.</summary>
    public IReadOnlyList<string> UnknownColumns => Header?.UnknownNames ?? [];

    /// <summary>What separates the cells of the file; null until the header was read.</summary>
    public BulkFileLayout? Layout => Header is null ? null : _rows?.Separator == DelimitedOptions.Tab ? BulkFileLayout.Tsv : BulkFileLayout.Csv;

    /// <summary>Opens a file. Its name says nothing about what is in it.</summary>
    public static BulkFileReader Open(string path, BulkFileReaderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var copy = (options ?? new()).Copy();
        copy.FileName ??= path;
        return new BulkFileReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true), copy);
    }

    /// <summary>Reads the body of an HTTP answer while it comes in: ask for the answer with <see cref="HttpCompletionOption.ResponseHeadersRead"/>.</summary>
    public static async Task<BulkFileReader> OpenAsync(HttpContent content, BulkFileReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new BulkFileReader(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), options);
    }

    /// <summary>All entities of the file, or those of <see cref="BulkFileReaderOptions.RecordTypes"/>.</summary>
    /// <exception cref="EntityReadException">The text is no bulk file of this version, or a cell cannot be read and the reader is strict.</exception>
    /// <exception cref="FileFormatException">The file is damaged, cut or beyond a limit; the entities of all whole rows before were given.</exception>
    public IAsyncEnumerable<BulkEntity> ReadAsync(CancellationToken cancellationToken = default) =>
        new BulkEntityStream<BulkEntity>(this, new BulkRecordFilter(_options.RecordTypes, null), cancellationToken);

    /// <summary>The entities of one class, such as <see cref="BulkKeyword"/>. Rows of other records are passed over without reading their cells.</summary>
    /// <exception cref="EntityReadException">The text is no bulk file of this version, or a cell cannot be read and the reader is strict.</exception>
    /// <exception cref="FileFormatException">The file is damaged, cut or beyond a limit; the entities of all whole rows before were given.</exception>
    public IAsyncEnumerable<T> ReadAsync<T>(CancellationToken cancellationToken = default)
        where T : BulkEntity =>
        new BulkEntityStream<T>(this, new BulkRecordFilter(_options.RecordTypes, static e => e is T), cancellationToken);

    /// <summary>All rows after the header as they stand in the file, the one of the format version too, whatever the options say about records.</summary>
    /// <example>
    /// <code>
    /// await foreach (var row in reader.ReadRows(cancellationToken))
    /// {
    ///     if (row.RecordType.SequenceEqual("Keyword"u8))
    ///     {
    ///         total += row["Bid"].ParseOrNull&lt;double&gt;() ?? 0;
    ///     }
    /// }
    /// </code>
    /// </example>
    public BulkRows ReadRows(CancellationToken cancellationToken = default) => new(this, cancellationToken);

    /// <summary>Reads the header, if that was not done, and gives its columns; the rows come after it.</summary>
    /// <exception cref="EntityReadException">The file is empty or has no column <c>Type</c>.</exception>
    /// <exception cref="FileFormatException">The file is damaged or cut.</exception>
    public async ValueTask<BulkHeader> ReadHeaderAsync(CancellationToken cancellationToken = default)
    {
        if (Header is not null)
        {
            return Header;
        }

        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var rows = _rows ??= await OpenContentAsync(cancellationToken).ConfigureAwait(false);
        if (!await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new EntityReadException("The file is empty, so it is no bulk file.", 0);
        }

        var names = new string[rows.ColumnCount];
        Array.Fill(names, "");
        foreach (var cell in rows.FilledCells)
        {
            names[cell.Column] = System.Text.Encoding.UTF8.GetString(cell.Value);
        }

        var header = new BulkHeader(names);
        if (!header.Has(BulkColumns.Type))
        {
            throw new EntityReadException("The file has no column Type, so it is no bulk file.", rows.LineNumber);
        }

        return Header = header;
    }

    private async ValueTask<DelimitedReader> OpenContentAsync(CancellationToken cancellationToken)
    {
        _content = await FileContent.OpenAsync(_stream, new ContentOptions
        {
            MaxBytes = _options.MaxBytes,
            MaxExpansion = _options.MaxExpansion,
            MaxEntries = _options.MaxEntries,
            FileName = _options.FileName,
            LeaveOpen = true,
        }, cancellationToken).ConfigureAwait(false);
        return new DelimitedReader(_content, new DelimitedOptions
        {
            Separator = _options.Layout == BulkFileLayout.Tsv ? DelimitedOptions.Tab : DelimitedOptions.Comma,
            DetectSeparator = _options.Layout is null,
            MaxRowBytes = _options.MaxRowBytes,
            BufferSize = BufferSize,
            FileName = _content.EntryName ?? _options.FileName,
        });
    }
}
