using Microsoft.AspNetCore.Http;

namespace BingAds.Emulator;

/// <summary>Lets the first bytes of an answer pass and drops the rest, without holding any of it.</summary>
/// <param name="real">Gets what passes.</param>
/// <param name="response">Its length is known by the first write.</param>
/// <param name="bytes">How many pass; null means half.</param>
/// <param name="isWhole">Whether the answer says that this is all.</param>
internal sealed class CutAnswerBody(Stream real, HttpResponse response, int? bytes, bool isWhole) : Stream
{
    private long? _left;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _left ??= Begin();
        var count = (int)Math.Min(buffer.Length, _left.Value);
        _left -= count;
        if (count > 0)
            await real.WriteAsync(buffer[..count], cancellationToken).ConfigureAwait(false);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => _left is null ? Task.CompletedTask : real.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private long Begin()
    {
        var whole = response.ContentLength ?? 0;
        var passing = Math.Min(bytes ?? whole / 2, whole);
        if (isWhole)
            response.ContentLength = passing;
        return passing;
    }
}
