namespace BingAds.Bulk.Upload;

/// <summary>The time limit of a POST: not for all of it, which may rightly take long, but for any time in which nothing moves.</summary>
internal sealed class UploadWatch : IDisposable
{
    private readonly TimeSpan _limit;
    private readonly CancellationTokenSource _stalled;
    private readonly CancellationTokenRegistration _registration;

    public UploadWatch(TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        _limit = limit;
        _stalled = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _stalled);
    }

    /// <summary>Ends the POST: by the caller, or because nothing moved for too long.</summary>
    public CancellationToken Token => _stalled.Token;

    /// <summary>Bytes handed to the connection.</summary>
    public long BytesTransferred { get; private set; }

    /// <summary>Whether it was the connection that refused to take bytes.</summary>
    public bool IsNetworkBroken { get; set; }

    public void Start() => _stalled.CancelAfter(_limit);

    public void Stop(int bytes)
    {
        _stalled.CancelAfter(Timeout.InfiniteTimeSpan);
        BytesTransferred += bytes;
    }

    public void Dispose()
    {
        _registration.Dispose();
        _stalled.Dispose();
    }
}
