using BingAds.Errors;
using BingAds.Files;
using BingAds.Services;

namespace BingAds.Jobs;

/// <summary>
/// The bytes of a file behind signed links, whatever happens to connections and links on the way: after a break it goes on at the same byte. Where the storage
/// gives no parts, the file is begun again and what was given already is passed over; a checksum proves that it is the same. So what reads from here sees each
/// byte once.
/// </summary>
internal sealed class ResumingStream : ReadOnlyStream
{
    private const int MaxFailures = 6;

    private readonly FileTransfer _transfer;
    private readonly ServiceClientOptions _options;
    private readonly Func<CancellationToken, Task<Uri>> _newLink;
    private CancellationTokenSource _stalled;
    private Uri? _link;
    private FileAnswer? _answer;
    private Crc32 _given = Crc32.Start();
    private long? _length;
    private string? _tag;
    private int _failures;

    /// <param name="transfer">The way to the storage.</param>
    /// <param name="options">The client's: clock, pauses, and the longest time without a byte.</param>
    /// <param name="link">The link to begin with; null to ask for one.</param>
    /// <param name="newLink">Asks for another link to the same file.</param>
    public ResumingStream(FileTransfer transfer, ServiceClientOptions options, Uri? link, Func<CancellationToken, Task<Uri>> newLink)
    {
        _transfer = transfer;
        _options = options;
        _link = link;
        _newLink = newLink;
        _stalled = NewTimer();
    }

    /// <summary>Bytes of the file that were given out.</summary>
    public long Given { get; private set; }

    /// <summary>Length of the file as it is sent; null as long as it is not known.</summary>
    public long? TotalLength => _length;

    /// <summary>Length and checksum of what was given so far.</summary>
    public (long Length, uint Sum) Seen => (Given, _given.Value);

    /// <summary>What another reading of the same file had seen: the beginning of this one must be the same. Null for a first reading.</summary>
    public (long Length, uint Sum)? Before
    {
        get;
        init => (field, IsProven) = (value, value is null);
    }

    /// <summary>Whether the beginning turned out to be the same as <see cref="Before"/>, or has nothing to be like.</summary>
    public bool IsProven { get; private set; } = true;

    /// <summary>The job's saved text, for exceptions.</summary>
    public string? SavedOperation { get; init; }

    /// <summary>Told of <see cref="Given"/> and <see cref="TotalLength"/> after each read.</summary>
    public Action<long, long?>? Progress { get; init; }

    /// <exception cref="FileDownloadException">It did not work, and there is no point in trying on.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            Exception failure;
            try
            {
                var count = await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false);
                _failures = 0;
                return count;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or SdkException and not FileDownloadException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                failure = exception;
            }

            await CloseAsync().ConfigureAwait(false);
            await RecoverAsync(failure, cancellationToken).ConfigureAwait(false);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _answer?.Dispose();
            _answer = null;
            _stalled.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_stalled.IsCancellationRequested)
        {
            _stalled.Dispose();
            _stalled = NewTimer();
        }

        using var caller = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _stalled);
        _stalled.CancelAfter(_options.AttemptTimeout);
        var answer = _answer ??= await OpenAsync(_stalled.Token).ConfigureAwait(false);

        // Up to where the reading before got, and no further, so that its checksum can be compared.
        if (Before is { } before && before.Length > Given)
        {
            buffer = buffer[..(int)Math.Min(buffer.Length, before.Length - Given)];
        }

        var count = await answer.Body.ReadAsync(buffer, _stalled.Token).ConfigureAwait(false);

        // The time that the rows take is not the storage's.
        _stalled.CancelAfter(Timeout.InfiniteTimeSpan);
        if (count == 0 && Given < _length)
        {
            throw new IOException("The storage ended the file early.");
        }

        _given.Add(buffer.Span[..count]);
        Given += count;
        if (!IsProven && Given >= Before!.Value.Length)
        {
            IsProven = Before.Value.Sum == _given.Value ? true : throw Another();
        }

        Progress?.Invoke(Given, _length);
        return count;
    }

    private async Task<FileAnswer> OpenAsync(CancellationToken cancellationToken)
    {
        _link ??= await _newLink(cancellationToken).ConfigureAwait(false);

        // Only the tag says that a part is of the same file. Without one all of it comes again, and the checksum says so.
        var answer = await _transfer.OpenAsync(_link, _tag is null ? 0 : Given, _tag, cancellationToken).ConfigureAwait(false);
        try
        {
            if (Given > 0 && (answer.From > Given || (_length is not null && answer.Length is not null && answer.Length != _length)))
            {
                throw Changed();
            }

            (_length, _tag) = (answer.Length ?? _length, answer.Tag ?? _tag);
            await PassOverAsync(answer, Given - answer.From, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            await answer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task PassOverAsync(FileAnswer answer, long count, CancellationToken cancellationToken)
    {
        if (count <= 0)
        {
            return;
        }

        var isWhole = answer.From == 0;
        var sum = Crc32.Start();
        var buffer = new byte[32 << 10];
        while (count > 0)
        {
            var read = await answer.Body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                throw new IOException("The storage ended the file early.");
            }

            sum.Add(buffer.AsSpan(0, read));
            count -= read;
            _stalled.CancelAfter(_options.AttemptTimeout);
        }

        if (isWhole && sum.Value != _given.Value)
        {
            throw Changed();
        }
    }

    private async Task RecoverAsync(Exception failure, CancellationToken cancellationToken)
    {
        var known = failure as SdkException ?? TransportException.From(failure, FileTransfer.Operation, _transfer.Service);

        // The service, when it is asked for a link, may refuse with the same statuses, and then another link is no help.
        var isGone = known is ApiException { Operation: FileTransfer.Operation } refusal && FileTransfer.IsLinkGone(refusal);
        if (++_failures > MaxFailures || (!isGone && !known.IsTransient))
        {
            throw new FileDownloadException("The file could not be downloaded", known) { BytesTransferred = Given, SavedOperation = SavedOperation };
        }

        if (isGone)
        {
            _link = null;
            if (_failures == 1)
            {
                return; // Links live for minutes, so this is the ordinary case.
            }
        }

        await Pauses.WaitAsync(known, _failures, _options, cancellationToken).ConfigureAwait(false);
    }

    // It may be a cut one that is whole the next time, so this is no end yet.
    private static IOException Changed() => new("The storage gave another file than the one that was begun.");

    public FileDownloadException Another() =>
        new("The file is another than the one that was begun, so what was read of it before is of no use. Ask for a new download.")
        {
            BytesTransferred = Given, SavedOperation = SavedOperation,
        };

    // Not for the whole file, which may rightly take long, but for any time in which nothing comes.
    private CancellationTokenSource NewTimer() => new(Timeout.InfiniteTimeSpan, _options.TimeProvider);

    private async ValueTask CloseAsync()
    {
        if (_answer is { } answer)
        {
            _answer = null;
            await answer.DisposeAsync().ConfigureAwait(false);
        }
    }
}
