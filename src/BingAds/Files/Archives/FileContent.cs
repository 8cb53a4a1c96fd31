using BingAds.Errors;

namespace BingAds.Files;

/// <summary>
/// The content of a file, unpacked on the way if it is a gzip or zip: told by its first bytes, never by its name. Nothing is held whole or put on
/// disk, and the stream below need not seek. Damage shows as <see cref="FileFormatException"/> once the content before it was given out.
/// </summary>
internal abstract class FileContent : ReadOnlyStream
{
    private readonly ContentOptions _options;
    private long _given;

    private protected FileContent(InputWindow input, ContentOptions options)
    {
        Input = input;
        _options = options;
    }

    /// <summary>How the file was packed.</summary>
    public abstract FileCompression Compression { get; }

    /// <summary>Name of the file within the archive; null if there is none.</summary>
    public virtual string? EntryName => null;

    private protected InputWindow Input { get; }

    private protected ContentOptions Options => _options;

    /// <summary>Looks at the first bytes of a stream and gives what they say is in it.</summary>
    /// <exception cref="FileFormatException">The archive holds no file, or one that cannot be unpacked.</exception>
    public static ValueTask<FileContent> OpenAsync(Stream stream, ContentOptions? options = null, CancellationToken cancellationToken = default) =>
        OpenAsync(stream, options ?? new(), async: true, cancellationToken);

    /// <inheritdoc cref="OpenAsync(Stream, ContentOptions, CancellationToken)"/>
    public static FileContent Open(Stream stream, ContentOptions? options = null) =>
        Now(OpenAsync(stream, options ?? new(), async: false, default));

    private static async ValueTask<FileContent> OpenAsync(Stream stream, ContentOptions options, bool async, CancellationToken cancellationToken)
    {
        var input = new InputWindow(stream, options);
        try
        {
            var count = await input.EnsureAsync(4, async, cancellationToken).ConfigureAwait(false);
            var start = input.Available;
            if (count >= 2 && start[0] == 0x1F && start[1] == 0x8B)
                return new GzipContent(input, options);
            if (count < 4 || start[0] != (byte)'P' || start[1] != (byte)'K' || (start[2], start[3]) is not ((3, 4) or (5, 6) or (7, 8)))
                return new PlainContent(input, options);
            var zip = new ZipContent(input, options);
            await zip.OpenEntryAsync(async, cancellationToken).ConfigureAwait(false);
            return zip;
        }
        catch
        {
            if (async)
                await input.DisposeAsync().ConfigureAwait(false);
            else
                input.Close();
            throw;
        }
    }

    public sealed override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Now(ReadAsync(buffer.AsMemory(offset, count), async: false, default));
    }

    public sealed override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ReadAsync(buffer, async: true, cancellationToken);

    private async ValueTask<int> ReadAsync(Memory<byte> buffer, bool async, CancellationToken cancellationToken)
    {
        if (buffer.Length == 0)
            return 0;
        var count = await ReadContentAsync(buffer, async, cancellationToken).ConfigureAwait(false);
        _given += count;
        if (_given > _options.MaxBytes)
            throw Error(FileFault.TooLarge, "The content is longer than the limit.", _options.MaxBytes);
        if (_given > _options.FreeBytes && _given / _options.MaxExpansion > Input.Received)
            throw Error(FileFault.ExpandsTooMuch, "The content grows more on unpacking than the limit.", _options.MaxExpansion);
        return count;
    }

    /// <summary>Reads content; 0 at its end, when all that can be checked was.</summary>
    private protected abstract ValueTask<int> ReadContentAsync(Memory<byte> buffer, bool async, CancellationToken cancellationToken);

    private protected FileFormatException Error(FileFault fault, string message, long? limit = null, Exception? inner = null) =>
        new(fault, message, inner) { File = EntryName ?? _options.FileName, Limit = limit };

    /// <summary>With <c>async</c> false everything below runs on this thread, so the task is done already.</summary>
    private static T Now<T>(ValueTask<T> task) => task.GetAwaiter().GetResult();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Input.Dispose();
        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await Input.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
