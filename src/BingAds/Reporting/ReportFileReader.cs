using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using BingAds.Errors;
using BingAds.Files;

namespace BingAds.Reporting;

/// <summary>
/// Reads a report file in its order without holding more than one row: CSV, TSV or XML, plain, zip or gzip, told by the file itself. A file that is short of rows
/// or cut is an error after its rows, and never a silent end.
/// </summary>
/// <remarks>A file is walked once. Not safe for use by two threads at once.</remarks>
/// <example>
/// <code>
/// await using var reader = ReportFileReader.Open("keywords.zip");
/// var header = await reader.ReadHeaderAsync(cancellationToken);
/// await foreach (var row in reader.ReadRows(cancellationToken))
/// {
///     spend += row["Spend"].ParseOrNull&lt;decimal&gt;() ?? 0;
/// }
/// </code>
/// </example>
public sealed partial class ReportFileReader : IAsyncDisposable, IDisposable
{
    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly ReportFileReaderOptions _options;
    private bool _isWalked;
    private bool _isDisposed;

    /// <summary>Reads from a stream, which need not seek and is closed with the reader unless told otherwise.</summary>
    public ReportFileReader(Stream stream, ReportFileReaderOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _options = (options ?? new()).Copy();
        _stream = stream;
        _leaveOpen = leaveOpen;
    }

    /// <summary>What the file tells about itself; null until the first row was asked for, or <see cref="ReadHeaderAsync"/> was called.</summary>
    public ReportHeader? Header => _state?.Header;

    /// <summary>The columns of the file; null until the header was read. Without names in the file and in the options they have no names and are found by their places.</summary>
    public ReportColumns? Columns => _state?.Columns;

    /// <summary>Form of the file; null until the header was read.</summary>
    public ReportFileFormat? Format => _state is null ? null : _content?.Format;

    /// <summary>Rows that were given so far.</summary>
    public long RowsRead { get; private set; }

    /// <summary>The footer, once it was met; null if there was none.</summary>
    public string? Footer { get; private set; }

    internal ReportRowState State
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _state!;
    }

    /// <summary>Opens a file. Its name says nothing about what is in it.</summary>
    public static ReportFileReader Open(string path, ReportFileReaderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var copy = (options ?? new()).Copy();
        copy.FileName ??= path;
        return new ReportFileReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true), copy);
    }

    /// <summary>Reads the body of an HTTP answer while it comes in: ask for the answer with <see cref="HttpCompletionOption.ResponseHeadersRead"/>.</summary>
    public static async Task<ReportFileReader> OpenAsync(HttpContent content, ReportFileReaderOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new ReportFileReader(await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), options);
    }

    /// <summary>The rows as they stand in the file: no string is made, and nothing allocated, for what is not asked for.</summary>
    /// <exception cref="FileFormatException">The file is damaged, cut, beyond a limit or no report; all whole rows before were given.</exception>
    public ReportRows ReadRows(CancellationToken cancellationToken = default) => new(this, cancellationToken);

    /// <summary>The rows as objects that can be kept, such as <see cref="KeywordPerformanceRecord"/>, <see cref="ReportRecord"/> for any report, or your own class.</summary>
    /// <exception cref="FileFormatException">The file is damaged, cut, beyond a limit or no report; all whole rows before were given.</exception>
    public IAsyncEnumerable<T> ReadAsync<T>(CancellationToken cancellationToken = default)
        where T : IReportRecord<T> => WalkAsync<T>(cancellationToken, default);

    private async IAsyncEnumerable<T> WalkAsync<T>(CancellationToken outer, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IReportRecord<T>
    {
        BeginWalk();
        using var both = outer.CanBeCanceled && cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(outer, cancellationToken) : null;
        var either = both?.Token ?? (outer.CanBeCanceled ? outer : cancellationToken);
        while (true)
        {
            either.ThrowIfCancellationRequested();
            if (!await NextRowAsync(either).ConfigureAwait(false))
            {
                yield break;
            }

            yield return T.Read(new ReportRow(_state!));
        }
    }

    /// <summary>Reads what comes before the rows, if that was not done; the rows come after it.</summary>
    /// <exception cref="FileFormatException">The file is damaged, cut or no report.</exception>
    public async ValueTask<ReportHeader> ReadHeaderAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _failure?.Throw();
        if (_state is null)
        {
            try
            {
                await StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                _failure = ExceptionDispatchInfo.Capture(e);
                throw;
            }
        }

        return _state!.Header;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!Close())
        {
            return;
        }

        _content?.Stream.Dispose();
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!Close())
        {
            return;
        }

        if (_content is not null)
        {
            await _content.Stream.DisposeAsync().ConfigureAwait(false);
        }

        if (!_leaveOpen)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }

        await TellDamageAsync().ConfigureAwait(false);
    }

    /// <summary>A walk begins: there is one.</summary>
    internal void BeginWalk()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isWalked)
        {
            throw new InvalidOperationException("A report file is read once; open another reader to read it again.");
        }

        _isWalked = true;
    }

    private bool Close()
    {
        if (_isDisposed)
        {
            return false;
        }

        (_isDisposed, _isRunning) = (true, false);
        _rows?.Dispose();
        _kept?.Dispose();
        _state?.Texts.Dispose();
        return true;
    }
}
