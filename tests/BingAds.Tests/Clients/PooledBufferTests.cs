using System.Buffers;
using BingAds.Transport;

namespace BingAds.Tests.Clients;

public class PooledBufferTests
{
    [Fact]
    public async Task Memory_that_a_write_still_reads_does_not_go_back_to_the_pool()
    {
        var buffer = new PooledBuffer(5000);
        buffer.GetSpan(4).Fill(7);
        buffer.Advance(4);
        var stalled = new StalledStream();

        var write = new PooledContent(buffer, "text/plain").CopyToAsync(stalled, TestContext.Current.CancellationToken);
        buffer.Dispose();
        var rented = ArrayPool<byte>.Shared.Rent(5000);

        Assert.False(stalled.Memory.Span.Overlaps(rented));
        Assert.Equal([7, 7, 7, 7], stalled.Memory.ToArray());
        stalled.Release();
        await write;
    }

    [Fact]
    public void Memory_that_nobody_reads_goes_back_to_the_pool()
    {
        var buffer = new PooledBuffer(5000);
        var memory = buffer.GetMemory(1);
        buffer.Dispose();

        var rented = ArrayPool<byte>.Shared.Rent(5000);

        Assert.True(memory.Span.Overlaps(rented));
        ArrayPool<byte>.Shared.Return(rented);
    }

    private sealed class StalledStream : MemoryStream
    {
        private readonly TaskCompletionSource _release = new();

        public ReadOnlyMemory<byte> Memory { get; private set; }

        public void Release() => _release.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Memory = buffer;
            await _release.Task;
        }
    }
}
