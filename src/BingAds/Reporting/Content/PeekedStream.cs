using System.Runtime.ExceptionServices;
using BingAds.Files;

namespace BingAds.Reporting;

/// <summary>Bytes that were looked at, then the failure that was met behind them or else the rest of their stream, which is closed with this one.</summary>
internal sealed class PeekedStream(ReadOnlyMemory<byte> start, ExceptionDispatchInfo? failure, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _start = start;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!_start.IsEmpty)
        {
            return Take(buffer.AsSpan(offset, count));
        }

        failure?.Throw();
        return rest.Read(buffer, offset, count);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_start.IsEmpty)
        {
            return new(Take(buffer.Span));
        }

        failure?.Throw();
        return rest.ReadAsync(buffer, cancellationToken);
    }

    public override ValueTask DisposeAsync() => rest.DisposeAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rest.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> target)
    {
        var count = Math.Min(_start.Length, target.Length);
        _start.Span[..count].CopyTo(target);
        _start = _start[count..];
        return count;
    }
}
