namespace BingAds.Transport;

/// <summary>One answer as it came: status, headers and the whole body.</summary>
internal sealed class HttpReply(int status, HttpResponseMessage message, PooledBuffer body) : IDisposable
{
    public int Status { get; } = status;

    public PooledBuffer Body { get; } = body;

    public bool IsSuccess => Status is >= 200 and < 300;

    public string? ContentType => message.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;

    public string? TrackingId => TrackingIdOf(message);

    /// <summary>All headers; they stay when this object is gone.</summary>
    public ResponseHeaders Headers() => new(message.Headers, message.Content.Headers);

    public static string? TrackingIdOf(HttpResponseMessage message) =>
        message.Headers.NonValidated.TryGetValues("TrackingId", out var values) ? values.ToString() : null;

    public void Dispose()
    {
        Body.Dispose();
        message.Dispose();
    }
}
