using System.Collections.Concurrent;

namespace BingAds.Bulk.Upload;

/// <summary>How many uploads a customer may have at once; more wait here and not at the service, which would refuse them.</summary>
internal sealed class UploadSlots(int count)
{
    private readonly ConcurrentDictionary<long, SemaphoreSlim> _slots = new();

    /// <summary>Waits for a place; disposing gives it back.</summary>
    public async Task<IDisposable> TakeAsync(long? customerId, CancellationToken cancellationToken)
    {
        var slots = _slots.GetOrAdd(customerId ?? 0, static (_, n) => new SemaphoreSlim(n, n), count);
        await slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Slot(slots);
    }

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        private SemaphoreSlim? _slots = slots;

        public void Dispose() => Interlocked.Exchange(ref _slots, null)?.Release();
    }
}
