using System.Buffers;
using System.Runtime.InteropServices;

namespace BingAds.Files;

/// <summary>Bytes of a stream that were read but not yet used: what lets formats look ahead in a stream that cannot seek.</summary>
internal sealed class InputWindow(Stream stream, ContentOptions options) : IDisposable, IAsyncDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(options.BufferSize, 64));
    private int _start;
    private int _end;

    public ReadOnlySpan<byte> Available => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Bytes that came from the stream so far.</summary>
    public long Received { get; private set; }

    /// <summary>Reads until so many bytes are there or the stream ends; gives how many are.</summary>
    public async ValueTask<int> EnsureAsync(int count, bool async, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            MakeRoom(count);
            var read = async
                ? await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false)
                : ReadNow(_buffer.AsMemory(_end));
            if (read == 0)
                break;
            _end += read;
            Received += read;
        }

        return _end - _start;
    }

    public void Consume(int count) => _start += count;

    /// <summary>Uses up so many bytes; false if the stream ends before.</summary>
    public async ValueTask<bool> SkipAsync(long count, bool async, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            var there = await EnsureAsync(1, async, cancellationToken).ConfigureAwait(false);
            if (there == 0)
                return false;
            var used = (int)Math.Min(count, there);
            Consume(used);
            count -= used;
        }

        return true;
    }

    /// <summary>Gives and uses up bytes; those of the stream go straight to the target when none are kept here.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> target, bool async, CancellationToken cancellationToken)
    {
        var there = _end - _start;
        if (there > 0)
        {
            var count = Math.Min(there, target.Length);
            _buffer.AsMemory(_start, count).CopyTo(target);
            Consume(count);
            return count;
        }

        var read = async ? await stream.ReadAsync(target, cancellationToken).ConfigureAwait(false) : ReadNow(target);
        Received += read;
        return read;
    }

    /// <summary>Not every stream overrides the read into a span, and then that copies; so an array is used where there is one.</summary>
    private int ReadNow(Memory<byte> target) =>
        MemoryMarshal.TryGetArray<byte>(target, out var array) ? stream.Read(array.Array!, array.Offset, array.Count) : stream.Read(target.Span);

    /// <summary>Closes without waiting for anything.</summary>
    public void Close() => Dispose();

    public void Dispose()
    {
        Return();
        if (!options.LeaveOpen)
            stream.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Return();
        if (!options.LeaveOpen)
            await stream.DisposeAsync().ConfigureAwait(false);
    }

    private void Return()
    {
        var buffer = _buffer;
        _buffer = [];
        _start = _end = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private void MakeRoom(int count)
    {
        var kept = _end - _start;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, kept).CopyTo(_buffer);
            (_start, _end) = (0, kept);
        }

        if (_buffer.Length >= count && kept < _buffer.Length)
            return;
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        var grown = ArrayPool<byte>.Shared.Rent(Math.Max(count, _buffer.Length * 2));
        _buffer.AsSpan(0, kept).CopyTo(grown);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = grown;
    }
}
