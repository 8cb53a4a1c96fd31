using System.IO.Compression;

namespace BingAds.Files;

/// <summary>
/// Packs a file while it is written; the stream below need not seek. Call <see cref="CompleteAsync"/> when all content is written: if it is only disposed, as
/// when producing the rows failed, the archive is left without its end, so that nobody takes it for whole. The stream is not closed.
/// </summary>
internal sealed class FileOutput : IAsyncDisposable
{
    /// <summary>A gzip file without content: the framework's stream writes nothing at all if it was given nothing.</summary>
    private static ReadOnlySpan<byte> EmptyGZip => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private readonly Gate _gate;
    private readonly ZipArchive? _zip;

    private FileOutput(Gate gate, Stream content, ZipArchive? zip)
    {
        _gate = gate;
        _zip = zip;
        Content = content;
    }

    /// <summary>Takes the content.</summary>
    public Stream Content { get; }

    /// <summary>Starts a file.</summary>
    /// <param name="target">Gets the packed bytes.</param>
    /// <param name="compression">How to pack.</param>
    /// <param name="entryName">Name of the file within a zip.</param>
    /// <param name="entryTime">Time of the file within a zip.</param>
    /// <param name="level">How hard to pack.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async ValueTask<FileOutput> CreateAsync(
        Stream target,
        FileCompression compression,
        string entryName,
        DateTimeOffset entryTime,
        CompressionLevel level = CompressionLevel.Optimal,
        CancellationToken cancellationToken = default)
    {
        var gate = new Gate(target);
        switch (compression)
        {
            case FileCompression.GZip:
                return new(gate, new GZipStream(gate, level, leaveOpen: true), null);
            case FileCompression.Zip:
                var zip = await ZipArchive.CreateAsync(gate, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
                var entry = zip.CreateEntry(entryName, level);
                entry.LastWriteTime = entryTime;
                return new(gate, await entry.OpenAsync(cancellationToken).ConfigureAwait(false), zip);
            default:
                return new(gate, gate, null);
        }
    }

    /// <summary>Writes what is left, and the end of the archive.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        // Content is not flushed first: with nothing written that would leave half a block behind.
        await CloseAsync().ConfigureAwait(false);
        if (Content is GZipStream && !_gate.IsUsed)
            await _gate.WriteAsync(EmptyGZip.ToArray(), cancellationToken).ConfigureAwait(false);
        await _gate.FlushAsync(cancellationToken).ConfigureAwait(false);
        _gate.Shut();
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Shut();
        await CloseAsync().ConfigureAwait(false);
    }

    private async ValueTask CloseAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        if (_zip is not null)
            await _zip.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Lets bytes through until it is shut: the framework writes the end of an archive on disposing, wanted or not.</summary>
    private sealed class Gate(Stream target) : Stream
    {
        private bool _shut;

        public bool IsUsed { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Shut() => _shut = true;

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Use())
                target.Write(buffer);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Use() ? target.WriteAsync(buffer, cancellationToken) : default;

        public override void Flush()
        {
            if (!_shut)
                target.Flush();
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => _shut ? Task.CompletedTask : target.FlushAsync(cancellationToken);

        private bool Use()
        {
            IsUsed |= !_shut;
            return !_shut;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
