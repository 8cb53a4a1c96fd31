using BingAds.Errors;
using TimeoutException = BingAds.Errors.TimeoutException;

namespace BingAds.Bulk.Upload;

/// <summary>What an upload tells its caller on the way, and how long it may take in all.</summary>
internal sealed class UploadCallbacks : IDisposable
{
    private readonly Action<BulkUploadOperation>? _submitted;
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _deadline;

    public UploadCallbacks(Action<BulkUploadOperation>? submitted, IProgress<BulkOperationProgressInfo>? progress, TimeSpan? timeout, TimeProvider time)
    {
        _submitted = submitted;
        Progress = progress;
        _timeout = timeout ?? Timeout.InfiniteTimeSpan;
        _deadline = new CancellationTokenSource(_timeout, time);
    }

    public IProgress<BulkOperationProgressInfo>? Progress { get; }

    /// <summary>Set once the time is over.</summary>
    public CancellationToken Deadline => _deadline.Token;

    public void Sent(BulkUploadOperation operation) => _submitted?.Invoke(operation);

    public void ThrowIfTimedOut()
    {
        if (_deadline.IsCancellationRequested)
        {
            throw TimedOut(null, null);
        }
    }

    /// <summary>Does something that ends with the deadline.</summary>
    /// <exception cref="TimeoutException">It was not done in time.</exception>
    public async Task<T> WithinDeadlineAsync<T>(Func<CancellationToken, Task<T>> work, BulkUploadOperation? operation, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _deadline.Token);
        try
        {
            return await work(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (_deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw TimedOut(operation, exception);
        }
    }

    public void Dispose() => _deadline.Dispose();

    private TimeoutException TimedOut(BulkUploadOperation? operation, Exception? cause) =>
        new(operation is null ? "The upload" : "Waiting for the upload", _timeout, cause) { JobId = operation?.ToString(), Service = ServiceName.Bulk };
}
