namespace BingAds.Files;

/// <summary>Bytes that were already taken from a stream, and then the stream. Closing it leaves the stream open.</summary>
internal sealed class PrependedStream(ReadOnlyMemory<byte> first, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _first = first;

    public override int Read(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count)) is var taken and > 0 ? taken : rest.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Take(buffer.Span) is var taken and > 0 ? new(taken) : rest.ReadAsync(buffer, cancellationToken);

    private int Take(Span<byte> target)
    {
        var count = Math.Min(_first.Length, target.Length);
        _first.Span[..count].CopyTo(target);
        _first = _first[count..];
        return count;
    }
}
