using BingAds.Jobs;

namespace BingAds.Bulk.Upload;

/// <summary>What an upload tells its caller on the way, and how long it may take in all.</summary>
internal sealed class UploadCallbacks(Action<BulkUploadOperation>? submitted, IProgress<BulkOperationProgressInfo>? progress, TimeSpan? timeout, TimeProvider time) : IDisposable
{
    private readonly JobDeadline _deadline = new(timeout, "Waiting for the upload", ServiceName.Bulk, time);

    public IProgress<BulkOperationProgressInfo>? Progress => progress;

    public void Sent(BulkUploadOperation operation) => submitted?.Invoke(operation);

    /// <inheritdoc cref="JobDeadline.ThrowIfOver"/>
    public void ThrowIfTimedOut() => _deadline.ThrowIfOver();

    /// <summary>Does something that ends with the deadline.</summary>
    /// <exception cref="Errors.TimeoutException">It was not done in time.</exception>
    public Task<T> WithinDeadlineAsync<T>(Func<CancellationToken, Task<T>> work, BulkUploadOperation? operation, CancellationToken cancellationToken) =>
        _deadline.RunAsync(work, () => operation?.ToString(), cancellationToken);

    public void Dispose() => _deadline.Dispose();
}
